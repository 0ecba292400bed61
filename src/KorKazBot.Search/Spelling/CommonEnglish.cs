using System.Collections.Frozen;

namespace KorKazBot.Search.Spelling;

/// <summary>Everyday English words that are no misspelling of a corpus word: "wheat" is not "what" (RETRIEVAL.md section 4, the guard).</summary>
internal static class CommonEnglish
{
    private static readonly FrozenSet<string> All = Words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a folded word, or the word without a plural or past ending, is on the list.</summary>
    public static bool Has(string word) =>
        All.Contains(word) || HasWithout(word, "s") || HasWithout(word, "es") || HasWithout(word, "ed") || HasWithout(word, "d")
        || HasWithout(word, "ing") || HasWithout(word, "ly");

    private static bool HasWithout(string word, string ending) =>
        word.EndsWith(ending, StringComparison.Ordinal) && word.Length > ending.Length + 2 && All.Contains(word[..^ending.Length]);

    private const string Words =
        """
        ability able accept accident account achieve across action active activity actor actual add address adult advice affair afford afraid
        afternoon age agency agent ago agree air airport alcohol alive allow almost alone along already although amazing among amount anger angle
        angry animal announce annual another answer anyone anything apartment apparent appeal appear apple apply april area argue arm army arrange
        arrest arrive art article artist aside ask asleep attack attempt attend attention august aunt author autumn average avoid awake award aware
        away awful baby back bad bag bake ball ban band bank bar barely base basic basis basket basketball bath battle beach bean bear beard beat
        beautiful beauty become bed bedroom bee beef beer begin behave behind believe bell belong belt bend benefit beside best better beyond bicycle
        big bike bill bird birth birthday bit bite bitter black blame blanket blind block blood blow blue board boat body bomb bone bonus book boot
        border bored boring born borrow boss bother bottle bottom bowl box boy brain branch brand brave bread break breakfast breath brick bridge
        bright bring broad brother brown brush budget bug build building bullet burn bus bush busy butter button buy buyer cabin cable cake calculate
        calendar calm camera camp campus cancel cancer candidate candle candy cap capital captain car carbon card care career careful carpet carry
        case cash cast castle cat catch category cattle cause ceiling celebrate cell cent century ceremony certain chain chair challenge champion
        chance change channel chapter character charge charity chart chase cheap cheat check cheese chef chemical chest chicken chief child childhood
        chip chocolate choice choose christmas church cigarette cinema circle citizen city civil claim class classic classroom clean clear clerk clever
        click client climate climb clock close cloth clothes cloud club coach coal coast coat code coffee coin cold collar collect college color colour
        column combine comedy comfort command comment committee common communicate compare compete complain complete complex computer concept concern
        concert condition conference confirm conflict confuse connect consider consist constant contact contain content contest context continue
        contract control convince cook cookie cool copper copy core corn corner correct cost cotton couch cough council count country county couple
        courage course court cousin cover cow cream create credit crew crime criminal crisis critic crop cross crowd crown cruel cry cultural culture
        cup curious current curve custom customer cut cute cycle dad daily damage dance danger dangerous dark data date daughter day dead deaf deal
        dear death debate debt decade december decide decision deep deer defeat defend define degree delay deliver demand democracy dentist deny
        depart department depend deposit depth describe desert deserve design desk detail detect device diamond diary dictionary die diet differ
        difference different difficult dig dinner direct direction director dirt dirty disagree disappear disaster discount discover discuss disease
        dish distance district divide divorce doctor document dog dollar domestic door double doubt downtown draft drag drama draw dream dress drink
        drive driver drop drug dry duck due dust duty eager ear early earn earth earthquake ease easy east eastern eat economic economist edge editor
        educate education effect efficacy effort egg eight either elder elect election electric elephant eleven email embassy emerge emotion employ
        employee employer empty encourage end enemy engine engineer english enjoy enough enter entire entry environment equal error escape especially
        essay essential estate even evening event eventually every evidence evil exact exam examine example excellent except exchange excite excuse
        exercise exist exit expect expense expensive experience expert explain explore export express extend extra extreme eye face fact factor
        factory fail fair faith fall false fame familiar family famous fan far fare farm farmer fashion fast fat father fault favor favorite favourite
        fear feature february federal fee feed feel female fence festival fever field fifteen fifth fifty fight figure file fill film final finance
        find fine finger finish fire firm first fish fit five fix flag flat flavor flight float flood floor flour flow flower fly focus fold folk
        follow food foot football force foreign forest forever forget fork form formal former forty forward found fourth frame free freedom freeze
        fresh friday friend frog front frozen fruit fuel full fun fund funeral funny furniture future gain gallery game gang gap garage garbage garden
        garlic gas gate gather gay gender gene general generate gentle geography get ghost giant gift girl give glad glass global glove goal goat god
        gold golf good goods govern grade graduate grain grammar grand grant grape grass grave gray great green greet grey grocery ground group grow
        growth guard guess guest guide guilty guitar gun gym habit hair half hall hand handle hang happen happy harbor hard harm hat hate head headache
        health healthy hear heart heat heaven heavy height hell help herb hero hide high highway hill hire history hit hobby hold hole holiday home
        homework honest honey honor hope horror horse hospital host hot hotel hour house household housing however hug huge human humor hundred hungry
        hunt hurry hurt husband ice idea identify ignore ill illegal image imagine impact import important improve inch include income increase indeed
        independent indicate individual industry infant inflation influence inform injury inner innocent insect inside insist instead institute
        insurance intend interest internet interview introduce invent invest invite involve iron island issue item jacket jail january japan japanese
        jazz jeans job join joke journal journalist journey joy judge juice july jump june junior jury justice keep key keyboard kick kid kill kilometer
        kilometre kind king kiss kitchen knee knife knock know knowledge lab label labor labour lack ladder lady lake lamp land landlord language laptop
        large last late laugh launch laundry law lawyer lay layer lazy lead leader leaf league lean learn least leather leave lecture left leg legal
        legend lemon lend length lesson letter level liberal library license lie life lift light like limit line link lion lip liquid list listen
        literature little live liver living load loan local location lock log lonely long look loose lose loss lost lot loud lounge love lovely low
        luck lucky lunch lung luxury machine mad magazine magic mail main maintain major majority make male mall man manage manager manner map march
        mark market marriage married marry mask mass massive master match material math matter maximum maybe mayor meal mean meaning measure meat media
        medicine medium meet member memory mental mention menu mess message metal meter method middle might mild mile military milk mill mind mine
        mineral minimum minister minor minority minute mirror miss mission mistake mix mobile model modern mom moment monday money monkey monster month
        mood moon moral morning mortgage mosque mother motion motor mount mountain mouse mouth move movement movie murder muscle museum mushroom music
        musical musician mystery myth nail name narrow nation national native natural nature navy near nearly neat neck need needle negative neighbor
        neither nephew nerve nervous nest net network never new news newspaper next nice niece night nine nobody noise none nor normal north nose note
        nothing notice novel november nowhere nuclear nurse nut object obtain obvious occasion occur ocean october odd offer office officer official
        often oil old older olympic onion online open opera operate opinion opponent oppose option orange orchestra order ordinary organ origin original
        oven overseas owe own owner oxygen pace pack package page pain paint pair pale palm pan panel panic paper parent park parliament part particular
        partner party pass passenger passion passport past path patient pattern pay payment peace peak pen pencil penny pension people pepper per
        percent perfect perform perhaps period permit person personal pet phone photo phrase physical piano pick picnic picture pie piece pig pile
        pilot pink pipe pitch pizza place plain plan plane planet plant plastic plate play player please pleasure plenty poem poet poetry point poison
        pole police policy polite political politics pollution pool poor pop popular population pork port position positive possible post pot potato
        pound pour poverty powder power practice praise pray prayer predict prefer pregnant prepare present press pressure pretend pretty prevent
        previous price pride priest primary prince princess print prior prison prisoner private prize probably problem process produce product
        profession professor profit program project promise promote proof proper property propose protect protest proud prove province public publish
        pull pupil purchase pure purple purpose push put puzzle quality quantity quarter queen quick quiet quit quite quote race racism radio rail
        railway rain raise range rank rapid rare rarely rate rather raw reach react read reader ready real reality realize really reason receive recent
        recipe recognize recommend record recover red reduce refer reflect refuse regard region regret regular reject relate relation relative relax
        release relevant relief religion religious rely remain remark remember remind remote remove rent repair repeat replace reply report represent
        republic reputation request require rescue research reserve resident resign resist resource respect respond rest restaurant result retire
        return reveal revenue reverse review revolution reward rice rich ride right ring rise risk rival river road rob rock role roll roof room root
        rope rose rough round route row royal rub rubber rude rug ruin rule run rural rush russia russian sad safe safety sail salad salary sale salt
        same sand sandwich satellite satisfy saturday sauce save saving scale scandal scared scene schedule scholarship school science scientist score
        scream screen script sea search season seat second secret secretary section sector secure security seed seek seem select sell senate send senior
        sense sensitive sentence separate september series serious serve service session set settle seven seventh several severe sex shade shadow shake
        shame shape share sharp sheep sheet shelf shell shelter shift shine ship shirt shock shoe shoot shop shopping shore short shoulder shout show
        shower shut shy sick side sight sign signal silence silent silk silver similar simple since sing singer single sink sister sit site situation
        six size skill skin skirt sky sleep slice slide slight slip slow smart smell smile smoke smooth snake snow soap soccer social society sock soft
        software soil solar soldier solid solution solve somebody someone something sometimes somewhere son song soon sorry sort soul sound soup source
        south space speak special species speech speed spell spend spice spirit spoon sport spot spread spring square stable staff stage stair stamp
        stand standard star start state station statue status stay steak steal steam steel step stick still stock stomach stone stop store storm story
        stove straight strange stranger stream street strength stress strike string strong structure struggle student studio study stuff stupid style
        subject succeed success sudden suffer sugar suggest suit summer sun sunday sunny super supper supply support suppose sure surface surgeon
        surgery surprise survey survive suspect swear sweat sweet swim swing switch sword symbol system table tail talent tall tank tape target task
        taste tax taxi tea teach teacher team tear technical technique teenager telephone television temperature temple ten tend tennis tension tent
        term terrible test text theater theatre theme theory therapy thick thief thin thing think third thirty though thought thousand threat three
        throat throughout throw thumb thunder thursday ticket tide tie tight till time tiny tip tire tired title toast tobacco today toe together
        toilet tomato tomorrow tone tongue tonight tool tooth top topic total touch tough tour tourist toward towel tower town toy track trade tradition
        traffic train training transfer translate transport trap travel treat treatment treaty tree trend trial tribe trick trip troops trouble truck
        true trust truth try tube tuesday tuition tunnel turn twelve twenty twice twin two type typical ugly umbrella uncle understand unemployment
        uniform union unique unit university unknown unless unusual upper upset urban urge use useful usual vacation valley value van variety various
        vegetable vehicle version victim victory video view village violence virus visible vision visit visitor vital voice volume volunteer vote voter
        wage wait wake walk wall wallet want war warm warn wash waste watch water wave way weak wealth weapon wear weather web website wedding wednesday
        week weekend weekly weigh weight weird welcome west western wet wheat wheel whether whisper white whole wide wife wild win wind window wine wing
        winner winter wire wise wish witness woman wonder wonderful wood wooden wool word work worker world worry worse worst worth wound wrap write
        writer wrong yard year yellow yesterday young youth zero zone zoo
        """;
}
