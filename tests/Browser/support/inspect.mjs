// What is looked at on a page, as it stands in the browser. Each answers with a list of sentences: an empty one is good.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Names an element by where it stands, not by its words: the same defect then has the same name in five languages. */
const naming = () => {
  const one = (it) => it.tagName.toLowerCase() + [...it.classList].map((c) => `.${c}`).join("") + (it.id && it.tagName !== "MAIN" ? `#${it.id}` : "");
  window.amparoName = (it) => {
    const path = [];
    for (let at = it; at && at !== document.body && path.length < 3; at = at.parentElement) path.unshift(one(at));
    return path.join(" > ");
  };
};
export const nameElements = (page) => page.addInitScript(naming);

/** The same on a page that was made with script switched off, where nothing could be prepared. */
export const nameElementsNow = (page) => page.evaluate(naming);

/** What stands on every page alike is told once, by the test of the frame. */
export const isOfTheFrame = (sentence) => /^(in the dark: )?in the frame/.test(sentence);

const runAxe = (page, options, folded) => page.evaluate(async ([options, folded]) => {
  for (const it of document.querySelectorAll(folded)) it.open = true;
  const { violations } = await axe.run(document, { ...options, resultTypes: ["violations"] });
  const say = (rule, node) => {
    const it = document.querySelector(node.target[0]);
    const why = node.failureSummary.replace(/\s+/g, " ").replace(/^Fix (any|all) of the following: /, "").slice(0, 240);
    return `${it?.closest("main") ? "" : "in the frame, "}${rule.id} at ${it ? amparoName(it) : node.target}: ${why}`;
  };
  return [...new Set(violations.flatMap((rule) => rule.nodes.map((node) => say(rule, node))))];
}, [options, folded]);

/** What axe finds. What is folded away is opened first, or it would not be looked at. */
export async function axe(page) {
  await page.evaluate(AXE);
  return runAxe(page, { runOnly: { type: "tag", values: TAGS }, rules: { "target-size": { enabled: true } } }, "main details");
}

/** The colours again in the dark, with the languages unfolded too. The structure is the same and was looked at already. */
export async function axeInTheDark(page) {
  await page.emulateMedia({ colorScheme: "dark" });
  const found = await runAxe(page, { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } }, "details");
  await page.emulateMedia({ colorScheme: "light" });
  return found;
}

/** One h1, no level of headings left out, the landmarks, a language, a neutral title. */
export const structure = (page) => page.evaluate(() => {
  const wrong = [];
  const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((h) => h.checkVisibility()).map((h) => Number(h.tagName[1]));
  if (levels.filter((l) => l === 1).length !== 1 || levels[0] !== 1) wrong.push(`the headings are ${levels.join(" ")}`);
  // A second answer under a term once slid into the column of the terms, and a shelter seemed to offer "beds: meals".
  for (const list of document.querySelectorAll("dl")) for (const part of ["dt", "dd"]) {
    const lefts = new Set([...list.querySelectorAll(part)].filter((it) => it.checkVisibility()).map((it) => Math.round(it.getBoundingClientRect().left)));
    if (lefts.size > 1) wrong.push(`every ${part} of one list should begin at one edge, in ${amparoName(list)}`);
  }
  levels.forEach((l, i) => { if (i > 0 && l > levels[i - 1] + 1) wrong.push(`a heading ${l} follows a heading ${levels[i - 1]}`); });
  for (const mark of ["header", "main", "footer"]) if (document.querySelectorAll(`body > ${mark}`).length !== 1) wrong.push(`there is not one <${mark}>`);
  for (const field of document.querySelectorAll("input:not([type=hidden]), select, textarea")) {
    if (!field.labels?.length && !field.getAttribute("aria-label")) wrong.push(`no label for ${amparoName(field)}`);
    for (const id of (field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean)) if (!document.getElementById(id)) wrong.push(`${field.name} is described by ${id}, which is not there`);
  }
  if (!document.title.trim()) wrong.push("no title");
  return wrong;
});

/** Nothing stands out to the side: nobody has to scroll in two directions. */
export const tooWide = (page) => page.evaluate(() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const out = [...document.querySelectorAll("body *")].filter((it) => it.getBoundingClientRect().right > room + 1 && it.checkVisibility() && ![...it.children].some((c) => c.getBoundingClientRect().right > room + 1));
  return [`${document.documentElement.scrollWidth} wide in ${room}: ${out.slice(0, 3).map(amparoName).join(" | ")}`];
});

/** The reader's own spacing (WCAG 1.4.12) cuts no text and pushes nothing off the screen. */
export const cutBySpacing = (page) => page.evaluate(() => {
  const own = new CSSStyleSheet();
  own.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
  document.adoptedStyleSheets = [own];
  const isHidden = (it) => it.closest(".vh, .sprite, .skip") || !it.checkVisibility();
  const hasText = (it) => [...it.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
  const cut = [...document.querySelectorAll("body *")].filter((it) => !isHidden(it) && hasText(it) && !["OPTION", "SELECT", "TEXTAREA"].includes(it.tagName)).filter((it) => {
    const hides = getComputedStyle(it);
    return (hides.overflowX !== "visible" && it.scrollWidth > it.clientWidth + 1) || (hides.overflowY !== "visible" && it.scrollHeight > it.clientHeight + 1) || it.getBoundingClientRect().right > innerWidth + 1;
  });
  const wrong = [...new Set(cut.map((it) => `cut: ${amparoName(it)}`))];
  document.adoptedStyleSheets = [];
  return wrong;
});

/** A finger hits it: 24 px for anything that is not a word in a sentence, 44 px for what is a button, a tile or a field. */
export const tooSmall = (page) => page.evaluate(() => {
  const isInSentence = (it) => it.tagName === "A" && getComputedStyle(it).display === "inline" && [...it.parentElement.childNodes].some((n) => n !== it && n.textContent.trim());
  const wrong = [];
  for (const it of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")) {
    if (!it.checkVisibility() || it.closest(".skip")) continue;
    const label = it.closest("label");
    const box = (label ?? it).getBoundingClientRect();
    const least = it.matches(".button, .tile, .exit, .mark, button, select, textarea, label input, input") ? 44 : 24;
    if (isInSentence(it)) continue;
    if (box.height < least - 0.5 || box.width < 24) wrong.push(`${box.width < 24 ? `${Math.round(box.width)} wide` : `${Math.round(box.height)} high`} instead of ${least}: ${amparoName(it)}`);
  }
  return [...new Set(wrong)];
});

/** Nothing is kept in the browser. */
export const kept = (page) => page.evaluate(async () => {
  const wrong = [];
  if (localStorage.length + sessionStorage.length > 0) wrong.push("something lies in the storage of the browser");
  if ((await indexedDB.databases()).length > 0) wrong.push("a database lies in the browser");
  if (document.cookie) wrong.push(`a cookie: ${document.cookie}`);
  return wrong;
});
