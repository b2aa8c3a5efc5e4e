/** Why something could not be kept; the page says each code in words, with what to do. */
export class CannotKeep extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** A full phone and a browser that keeps nothing are told apart from what is wrong with us. */
export function codeOf(error: unknown): string {
  if (error instanceof CannotKeep) return error.code;
  const name = error instanceof Error ? error.name : "";
  if (name === "QuotaExceededError") return "full";
  return name === "InvalidStateError" || name === "UnknownError" || name === "SecurityError" ? "private" : "failed";
}
