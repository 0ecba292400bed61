namespace KorKazBot.Engine.Answering;

/// <summary>Phrases of small talk in four languages, folded to lower case, without punctuation; * stands for any ending of the last word.</summary>
internal static class SmallTalkPhrases
{
    /// <summary>Phrases that mean one thing.</summary>
    internal sealed record Group(AbstainReason Reason, string[] Texts);

    /// <summary>All phrases by what they mean.</summary>
    public static IReadOnlyList<Group> All { get; } =
    [
        new(AbstainReason.Greeting, Split(
            """
            hi|hii|hiii|hello|helo|hallo|hey|heya|hey there|hi there|hello there|yo|sup|wassup|whats up|what is up|howdy|greetings|good morning|
            good afternoon|good evening|good day|morning|how are you|how are u|how r u|how are you doing|how is it going|hows it going|hows life|
            how do you do|nice to meet you|welcome|you there|anyone here|anybody there|
            привет|приветик|приветствую|здравствуй|здравствуйте|здрасте|здрасьте|здарова|здорово|хай|хэй|салют|доброе утро|добрый день|
            добрый вечер|доброго дня|доброго времени суток|как дела|как делишки|как ты|как вы|как жизнь|как поживаешь|как поживаете|как настроение|
            что нового|рад знакомству|privet|zdravstvuite|kak dela|
            сәлем|салем|сәлеметсіз бе|салеметсиз бе|сәлеметсің бе|сәлем бердік|ассалаумағалейкум|ассалаумагалейкум|ассаламу алейкум|салам|
            қайырлы таң|қайырлы күн|қайырлы кеш|кайырлы кун|қалайсың|калайсын|қалайсыз|калайсыз|қалың қалай|қалыңыз қалай|халың қалай|халіңіз қалай|не хабар|
            жағдай қалай|жағдайың қалай|amansyn ba|salem|
            안녕|안녕하세요|안녕하십니까|안뇽|하이|헬로|여보세요|반가워|반가워요|반갑습니다|좋은 아침|좋은 하루|오늘 기분 어때*|기분 어때*|잘 지내*|
            어떻게 지내*|뭐해|뭐 해|뭐하니|annyeong|annyeonghaseyo
            """)),
        new(AbstainReason.Thanks, Split(
            """
            thanks|thank you|thank u|thx|thnx|tnx|ty|tysm|many thanks|thanks a lot|thx a lot|thank you so much|thank you very much|cheers|
            much appreciated|appreciate it|great job|good job|well done|nice|nice one|great|awesome|amazing|cool|perfect|excellent|brilliant|
            wonderful|you are awesome|youre awesome|you are the best|youre the best|you rock|good bot|best bot|love you|i love you|love this bot|
            very helpful|so helpful|that helped|got it|ok|okay|okay thanks|
            спасибо|спасибо большое|большое спасибо|огромное спасибо|спасибки|спс|пасиб|пасибо|благодарю|благодарствую|мерси|респект|
            молодец|умница|супер|класс|классно|круто|отлично|здорово|прекрасно|замечательно|ты лучший|ты лучшая|ты супер|ты молодец|лучший бот|
            ты лучший бот|хороший бот|обожаю тебя|люблю тебя|очень помог|помог|помогло|понятно|ясно|ок|окей|spasibo|
            рақмет|рахмет|рахмат|ракмет|көп рақмет|коп рахмет|үлкен рақмет|алғыс|алғысым шексіз|жарайсың|жарайсыз|керемет|тамаша|өте жақсы|
            көп көмектестің|көмектестің|көмектескеніңе|түсіндім|түсінікті|жақсы|бәрекелді|мықты|мықтысың|rahmet|
            고마워|고마워요|고맙습니다|감사|감사해|감사해요|감사합니다|땡큐|쌩큐|ㄳ|ㄱㅅ|최고|최고야|최고예요|최고에요|짱|짱이야|대박|훌륭해*|멋져*|
            잘했어*|수고했어*|수고하셨*|도움이 됐*|도움이 되었*|사랑해*|알겠어*|알겠습니다|좋아*
            """)),
        new(AbstainReason.Farewell, Split(
            """
            bye|bye bye|goodbye|good bye|good night|goodnight|gn|see you|see ya|see you later|see you soon|cya|later|farewell|take care|
            have a nice day|have a good day|im off|i am off|i have to go|gotta go|going to bed|going to sleep|talk to you later|ttyl|
            пока|пока пока|до свидания|досвидания|до встречи|до завтра|до скорого|увидимся|всего доброго|всего хорошего|спокойной ночи|
            доброй ночи|сладких снов|прощай|прощайте|бывай|я спать|я пошел|я пошла|мне пора|удачи|poka|do svidaniya|
            сау бол|сау болыңыз|сау болыныз|қош бол|қош болыңыз|кош бол|көріскенше|кездескенше|қайырлы түн|кайырлы тун|жақсы ұйықта|
            тәтті ұйқы|мен кеттім|мен ұйықтаймын|аман бол|
            잘 가|잘가|잘 있어|안녕히 계세요|안녕히 가세요|다음에 봐*|나중에 봐*|또 봐*|또 만나*|잘 자|잘자|잘자요|안녕히 주무세요|굿나잇|굿나이트|바이|바이바이|
            이만 갈게*|나 갈게*|나 잘게*|자러 갈게*
            """)),
        new(AbstainReason.AboutBot, Split(
            """
            are you a bot|are you a robot|are you a real person|are you real|are you human|are you a human|are you an ai|are you ai|are you chatgpt|
            are you gpt|are you alive|a real person or a bot|person or a bot|human or bot|who are you|what are you|what is your name|whats your name|
            your name|who made you|who created you|who built you|who wrote you|who is your creator|what can you do|what do you do|how do you work|
            how can you help|can you help me|help me|how old are you|where are you from|where do you live|do you speak *|what languages do you speak|
            do you have feelings|do you sleep|do you love me|are you single|can you think|are you smart|
            ты бот|ты робот|ты человек|ты живой|ты настоящий|ты реальный|вы бот|вы робот|вы человек|ты кто|кто ты|кто вы|ты кто такой|что ты такое|
            как тебя зовут|как вас зовут|твое имя|кто тебя создал|кто тебя сделал|кто твой создатель|что ты умеешь|что вы умеете|что ты можешь|
            чем ты можешь помочь|чем поможешь|как ты работаешь|сколько тебе лет|откуда ты|где ты живешь|ты умный|ты девушка|ты парень|ты спишь|
            ты меня понимаешь|ты меня любишь|
            сен ботсың ба|сен бот*|сен робот*|сен адам*|сен кімсің|сен кимсин|сіз кімсіз|атың кім|атын ким|есімің кім|атыңыз кім|сені кім жасады|
            сені кім ойлап тапты|не істей аласың|не истей аласын|қалай жұмыс істейсің|неше жастасың|жасың нешеде|қайдансың|қай жерденсің|
            көмектесе аласың ба|
            너 봇이야|봇이야|너는 봇*|넌 봇*|너 로봇이*|로봇이야|로봇이에요|사람이야|사람이에요|너 사람*|진짜 사람*|너는 누구*|넌 누구*|너 누구*|누구세요|누구야|
            이름이 뭐야|이름이 뭐예요|이름이 뭐에요|네 이름*|너 이름*|누가 만들었어*|누가 너를 만들*|뭘 할 수 있어*|무엇을 할 수 있*|뭐 할 줄 알아*|몇 살이야|
            몇 살이에요|어디 살아*|인공지능이야|인공지능이에요|챗봇이야|챗봇이에요
            """)),
        new(AbstainReason.SmallTalk, Split(
            """
            tell me a joke|tell a joke|a joke|joke|make me laugh|something funny|tell me something funny|tell me a story|a story|sing|sing a song|
            sing me a song|write a poem|write me a poem|i am bored|im bored|so bored|bored|entertain me|lets play|play a game|lets chat|talk to me|
            lets talk|lol|lmao|rofl|haha|hahaha|hehe|omg|wow|test|testing|ping|nothing|never mind|nevermind|just kidding|i am sad|im sad|i feel sad|
            i am tired|im tired|i am hungry|im hungry|i miss you|do you like *|what is your favorite *|whats your favorite *|what is your favourite *|
            favorite color|favourite colour|what are you doing|what are you up to|wyd|happy birthday|merry christmas|happy new year|congratulations|
            nice weather|lovely weather|what should i eat|what should i wear|will you marry me|marry me|lets go for a walk|i love pizza|
            flip a coin|roll a dice|how is your day|hows your day|how was your day|
            расскажи анекдот|анекдот|расскажи шутку|шутку|пошути|рассмеши*|расскажи сказку|расскажи историю|спой|спой песню|сочини стих*|
            расскажи что нибудь|расскажи что нибудь интересное|что нибудь интересное|мне скучно|скучно|скукота|развлеки*|поговори со мной|давай поговорим|поболтаем|давай поболтаем|
            поиграем|давай играть|давай поиграем|ахах*|хаха*|хех*|лол|ору|кек|тест|проверка|что делаешь|чем занимаешься|мне грустно|грустно|
            я устал|я устала|я голоден|хочу есть|с днем рождения|с новым годом|поздравляю|какая погода|хорошая погода|погода супер|пойдем гулять|
            погуляем|пойдем погуляем|твой любимый *|твоя любимая *|любимый цвет|выходи за меня|давай встречаться|ты любишь *|тебе нравится *|
            әзіл айт*|анекдот айт*|күлдір*|өлең айт*|ән айт*|ертегі айт*|бірдеңе айт*|қызық бірдеңе*|іш пысты*|ишим пысты*|жалықтым|ойнайық|сөйлесейік|
            әңгімелесейік|серуендей*|қыдыр*|ауа райы керемет*|ауа райы жақсы*|ауа райы тамаша*|бүгін ауа райы*|не істеп жатырсың|не істеп отырсың|көңілім жоқ|көңіл күй*|
            шаршадым|қарным ашты|туған күн*|жаңа жыл құтты*|құттықтаймын|сүйікті түсің*|мені жақсы көресің бе|
            농담*|웃긴 얘기*|웃긴 이야기*|재미있는 얘기*|재밌는 얘기*|재미있는 이야기*|재밌는 이야기*|얘기 하나 해줘|얘기 해줘|이야기 해줘|이야기해줘|노래 불러*|노래해*|시 써*|
            심심해*|심심한데|심심하다|지루해*|놀자|놀아줘*|같이 놀*|게임하자|수다 떨*|대화하자|배고파*|배고프*|피곤해*|졸려*|슬퍼*|외로워*|우울해*|생일 축하*|새해 복*|축하해*|
            오늘 날씨*|날씨 좋*|날씨가 좋*|산책 갈*|산책하러*|뭐 먹을까*|점심 뭐*|저녁 뭐*|뭐하고 있*|좋아하는 색*|결혼해*|나랑 사귀*|테스트
            """)),
        new(AbstainReason.Insult, Split(
            """
            stupid|stupid bot|dumb|dumb bot|idiot|moron|you suck|u suck|this sucks|useless|useless bot|worthless|trash|garbage|shut up|shut the *|
            stfu|fuck*|fck|wtf|bitch*|asshole*|bastard*|damn you|go to hell|i hate you|hate you|hate this bot|you are stupid|youre stupid|you are dumb|
            youre dumb|worst bot|bad bot|loser|screw you|piece of *|crap|shit*|
            тупой|тупая|тупица|тупой бот|тупой бесполезный бот|глупый|глупый бот|идиот*|дурак|дура|дебил*|кретин*|придурок|придурки|бесполезный|бесполезный бот|
            бесполезная|отстой|заткнись|замолчи|закройся|иди нафиг|иди на *|пошел ты|пошел вон|пошла ты|пошел на*|да пошел*|ненавижу тебя|бесишь|достал|
            ты достал|говно*|хрень|фигня|сволочь|скотина|урод*|худший бот|плохой бот|блять|бля|сука|нахуй|хуй*|пизд*|ебан*|
            ақымақ*|акымак*|топас*|мақау*|жынды*|жынды бот|есек|ит|иттің баласы|жабыс|жап аузыңды|аузыңды жап*|үніңді өшір*|пайдасыз*|керексіз*|
            жаман бот|нашар бот|сені жек көр*|жоғал|
            바보*|멍청*|멍청이*|멍청한*|병신*|ㅂㅅ|새끼*|개새끼*|씨발*|시발*|ㅅㅂ|ㅆㅂ|꺼져*|닥쳐*|입 닥쳐*|쓸모없*|쓰레기*|짜증나*|짜증 나*|싫어|네가 싫어*|죽어*|미친*|한심*|
            최악*|나쁜 봇|똥
            """)),
    ];

    /// <summary>Words that add nothing to small talk.</summary>
    public static string[] Fillers { get; } = Split(
        """
        a|an|the|to|my|me|you|your|so|very|much|really|please|pls|today|now|all|for|bot|man|bro|dude|dear|friend|everyone|guys|just|again|lot|and|or|i|am|im|
        it|is|are|was|this|that|do|doing|with|too|at|on|
        а|и|ну|о|мой|моя|мне|меня|ты|тебе|тебя|вы|вам|вас|у|очень|просто|пожалуйста|плиз|сегодня|сейчас|уже|все|всем|всё|бот|бро|друг|дружище|дорогой|ребята|
        мир|мире|свете|на|за|такой|же|так|я|да|этот|это|самый|боты|
        мен|маған|сен|саған|сені|сіз|бот|досым|достар|бүгін|өте|көп|енді|тағы|бір|осы|екен|ғой|ше|ма|ме|ба|бе|айтшы|
        나|너|넌|나는|너는|봇|봇아|오늘|지금|진짜|정말|너무|완전|좀|제발|친구|친구야|여러분|다들|하나|해줘|ㅋㅋ*|ㅎㅎ*|ㅠㅠ*
        """);

    private static string[] Split(string phrases) =>
        phrases.ReplaceLineEndings("").Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
