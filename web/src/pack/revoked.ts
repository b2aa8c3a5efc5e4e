// What a device fetches before anything else: entries that readers shall see no more. Twin of Publication/Packs/Keeping/RevokedList.cs.
import { PackBroken, holds, sha256, utf8 } from "./broken";
import { idOf, readCertificate, string, time, whole, type Certificate, type Manifest } from "./manifest";
import { fromBase64, isSigned, keyOf } from "./signed";

const FORMAT = "amparo-revoked-1";
const MOST_BYTES = 16 * 1024 * 1024;

export interface Revoked {
  format: string;
  madeAt: string;
  edition: number;
  demonstration: boolean;
  entries: string[];
  addresses: string[];
  packs: string[];
  keys: string[];
  certificate: Certificate;
  signature: string;
}

/** Undefined where it is not what this installation's publisher signed. */
export async function readRevoked(bytes: Uint8Array, root: CryptoKey): Promise<Revoked | undefined> {
  try {
    holds(bytes.length <= MOST_BYTES);
    const text = utf8(bytes);
    const json = JSON.parse(text) as Revoked;
    const list: Revoked = {
      format: FORMAT, madeAt: time(json.madeAt), edition: whole(json.edition), demonstration: json.demonstration === true, entries: json.entries.map(string), addresses: json.addresses.map(string),
      packs: json.packs.map(string), keys: json.keys.map(string), certificate: readCertificate(json.certificate), signature: string(json.signature),
    };
    if (JSON.stringify(list) !== text) return undefined;
    const { certificate } = list;
    const key = await certified(certificate, root);
    const isOfItsTime = list.madeAt >= certificate.notBefore && list.madeAt <= certificate.notAfter && list.demonstration === certificate.demonstration;
    return key && isOfItsTime && (await isSigned(text, key)) ? list : undefined;
  } catch (error) {
    if (error instanceof PackBroken || error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

export async function withdraws(list: Revoked, manifest: Manifest, text: string): Promise<boolean> {
  const key = fromBase64(manifest.certificate.publicKey);
  return list.packs.includes(await idOf(text)) || (key !== undefined && list.keys.includes(await sha256(key)));
}

/** The key that the root certified; undefined where it did not. */
export async function certified(certificate: Certificate, root: CryptoKey): Promise<CryptoKey | undefined> {
  return certificate.usage === "publishing" && (await isSigned(JSON.stringify(certificate), root)) ? keyOf(certificate.publicKey) : undefined;
}
