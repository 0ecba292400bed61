// What a Node bot does between its start and its first answer: reads the interview, splits it into paragraphs, indexes them with
// MiniSearch as its readme shows, searches, and prints the best paragraph. It does not pick a sentence or judge whether to answer.
import { readFileSync } from "node:fs";
import MiniSearch from "minisearch";

const [file, question] = process.argv.slice(2);
const body = readFileSync(file, "utf8").replace(/^---\n[\s\S]*?\n---\n/, "");

const passages = [];
let asked = "";
for (const block of body.split(/\n\s*\n/).map((text) => text.trim()).filter(Boolean)) {
  if (block.startsWith("## ")) asked = block.slice(3);
  else passages.push({ id: passages.length, asked, text: block });
}

const index = new MiniSearch({ fields: ["asked", "text"], storeFields: ["asked", "text"] });
index.addAll(passages);
const [best] = index.search(question);
console.log(best ? `${best.asked}\n${best.text}` : "The interview doesn't say.");
