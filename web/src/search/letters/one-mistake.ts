// One letter wrong, missing, too many, or two neighbours swapped. Twin of Kernel/Geography/OneMistake.cs.
import { areAlike } from "./mistakes";

const HEARD_ALIKE = ["bv", "szc", "gjx", "kcq", "yi", "sx"];

export function isOneMistake(a: string, b: string): boolean {
  if (a.length > b.length) [a, b] = [b, a];
  if (b.length - a.length > 1) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  if (a.length < b.length) return a.slice(same) === b.slice(same + 1) && (same > 0 || b[0] === "h");
  if (same === a.length) return false;
  if (a.slice(same + 1) === b.slice(same + 1)) return same > 0 || areAlike(HEARD_ALIKE, a[0]!, b[0]!);
  return same + 1 < a.length && a[same] === b[same + 1] && a[same + 1] === b[same] && a.slice(same + 2) === b.slice(same + 2);
}
