// What an entry says of itself beside the populations it serves (bits 0 to 10). Twin of Traits in Publication/Search/Indexing/Row.cs.
export const SAYS_WHOM = 1 << 16;
export const SAYS_NOT_WHOM = 1 << 17;
export const ASKS_NO_PAPERS = 1 << 18;
export const ASKS_PAPERS = 1 << 19;
