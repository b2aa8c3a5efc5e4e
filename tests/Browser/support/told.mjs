// A failure is a list of sentences that somebody can act on, not two structures to compare by eye.
import assert from "node:assert/strict";

/** Fails with the sentences, one to a line, where there are any. */
export function none(sentences) {
  if (sentences.length > 0) assert.fail(`\n${sentences.map((s) => `  - ${s}`).join("\n")}`);
}

/** The same sentence from many pages is told once, with where it was found. */
export function gathered(pages, what) {
  const told = new Map();
  for (const page of pages) for (const sentence of new Set(what(page))) told.set(sentence, [...(told.get(sentence) ?? []), page.url]);
  return [...told].map(([sentence, where]) => `${sentence}  [${where.length > 3 ? `${where.length} pages, such as ${where[0]}` : where.join(" ")}]`);
}
