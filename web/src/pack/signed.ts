// A JSON object on one line whose last member is its signature: what is signed are the bytes before that member, closed with a
// brace. ECDSA P-256 with SHA-256, as WebCrypto reads it. Twin of Publication/Editions/SignedJson.cs.
import { holds } from "./broken";

const MARK = ',"signature":"';
const SIGNATURE_BYTES = 64;
const ALGORITHM = { name: "ECDSA", namedCurve: "P-256" };

/** The bytes of standard base64, in the one spelling that they have; undefined for any other. */
export function fromBase64(text: string): Uint8Array | undefined {
  try {
    const binary = atob(text);
    return btoa(binary) === text ? Uint8Array.from(binary, (letter) => letter.charCodeAt(0)) : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined where it is no P-256 key. */
export async function keyOf(subjectPublicKeyInfo: string): Promise<CryptoKey | undefined> {
  const bytes = fromBase64(subjectPublicKeyInfo);
  if (!bytes) return undefined;
  try {
    return await crypto.subtle.importKey("spki", bytes as BufferSource, ALGORITHM, false, ["verify"]);
  } catch {
    return undefined;
  }
}

/** Whether the key signed this text, which is a JSON object whose last member is the signature. */
export async function isSigned(text: string, key: CryptoKey): Promise<boolean> {
  const at = text.lastIndexOf(MARK);
  holds(at > 0 && text.endsWith('"}'));
  const signature = fromBase64(text.slice(at + MARK.length, -2));
  if (signature?.length !== SIGNATURE_BYTES) return false;
  const unsigned = new TextEncoder().encode(`${text.slice(0, at)}}`);
  return crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, signature as BufferSource, unsigned as BufferSource);
}
