// Text in and out of HTML. Whatever a reader typed or an address says comes out as text and as nothing else.
const CODED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

export const escape = (text: string): string => text.replace(/[&<>"']/g, (letter) => CODED[letter]!);

/** What the server's encoder wrote, as plain text again. */
export const unescape = (html: string): string =>
  html.replace(/&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-z]+));/g, (whole, hexadecimal?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hexadecimal !== undefined ? parseInt(hexadecimal, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

export const link = (path: string, html: string, more = ""): string => `<a${more} href="${escape(path)}">${html}</a>`;

export const icon = (name: string): string => `<svg class="icon" aria-hidden="true"><use href="#i-${name}"/></svg>`;
