// A person without a mouse: Tab, Enter, Space and letters, and at every step she must see where she is.
import assert from "node:assert/strict";

const MOST_STEPS = 160;

/** What has the focus now, and whether it can be seen. */
export const focused = (page) => page.evaluate(() => {
  const it = document.activeElement;
  if (!it || it === document.body) return null;
  const box = it.getBoundingClientRect();
  const style = getComputedStyle(it);
  const middle = document.elementFromPoint(Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1), Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1));
  return {
    tag: it.tagName.toLowerCase(), id: it.id, name: it.getAttribute("name") ?? "", value: it.value ?? "", href: it.getAttribute("href") ?? "",
    text: (it.innerText ?? "").trim().slice(0, 60),
    hasRing: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none",
    isOnScreen: box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    isCovered: !!middle && middle !== it && !it.contains(middle) && !middle.contains(it) && !middle.closest("label")?.contains(it),
  };
});

const say = (it) => `<${it.tag}${it.id ? `#${it.id}` : ""}${it.href ? ` ${it.href}` : ""}> "${it.text}"`;

/** Presses a key and answers with what has the focus, having looked whether it is seen. */
export async function press(page, key) {
  await page.keyboard.press(key);
  const it = await focused(page);
  if (!it) return null;
  assert.ok(it.hasRing, `the focus cannot be seen on ${say(it)} of ${page.url()}`);
  assert.ok(it.isOnScreen, `the focus is off the screen on ${say(it)} of ${page.url()}`);
  assert.ok(!it.isCovered, `something lies over the focus on ${say(it)} of ${page.url()}`);
  return it;
}

/** Tabs onwards until `wanted` says yes; answers with how many steps it took. */
export async function tabTo(page, what, wanted) {
  const passed = [];
  for (let steps = 1; steps <= MOST_STEPS; steps++) {
    const it = await press(page, "Tab");
    if (it && wanted(it)) return { ...it, steps };
    passed.push(it ? say(it) : "(nothing)");
  }
  assert.fail(`Tab does not reach ${what} on ${page.url()}; it passed ${passed.slice(0, 25).join(", ")}`);
}

/** Presses Enter and waits for the page that follows. */
export async function follow(page) {
  await Promise.all([page.waitForNavigation({ waitUntil: "load" }), page.keyboard.press("Enter")]);
}

export async function tabToAndFollow(page, what, wanted) {
  const it = await tabTo(page, what, wanted);
  await follow(page);
  return it;
}

/** Chooses in a list of choices by typing the beginning of the name. */
export async function choose(page, what, id, name, code) {
  await tabTo(page, what, (it) => it.id === id);
  await page.keyboard.type(name, { delay: 15 });
  assert.equal((await focused(page)).value, code, `typing "${name}" in ${what} does not choose ${code}`);
}

/** Scrolls with the keyboard until the element is on the screen. */
export async function scrollTo(page, locator) {
  for (let steps = 0; steps < 40; steps++) {
    const box = await locator.boundingBox();
    const { height } = page.viewportSize();
    if (box && box.y >= 0 && box.y + box.height <= height) return steps;
    await page.keyboard.press("ArrowDown", { delay: 20 });
    await page.keyboard.press("PageDown");
    await page.waitForTimeout(120);
  }
  assert.fail("the keyboard does not scroll to it");
}
