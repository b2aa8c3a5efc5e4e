export function popCount(bits: number): number {
  let count = 0;
  for (; bits !== 0; bits &= bits - 1) count++;
  return count;
}

/** A run of words as bits, the first word lowest. */
export const mask = (first: number, count: number): number => ((1 << count) - 1) << first;

export function* numbersOf(bits: number): Generator<number> {
  for (; bits !== 0; bits &= bits - 1) yield 31 - Math.clz32(bits & -bits);
}
