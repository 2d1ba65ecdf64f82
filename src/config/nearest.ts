/** "Did you mean": the candidate that a mistyped word most likely stands for. */

/**
 * The candidate within a small edit distance of `word`, or undefined. Case, width (ａ = a) and separators
 * don't count. One edit is forgiven per three characters, at most three: more would suggest unrelated words.
 * Of equally near candidates the first wins.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = simplify(word);
  let best: string | undefined;
  let bestDistance = Math.min(3, Math.max(wanted.length > 1 ? 1 : 0, Math.floor(wanted.length / 3))) + 1;
  for (const candidate of candidates) {
    const letters = simplify(candidate);
    if (Math.abs(letters.length - wanted.length) >= bestDistance) continue;
    const distance = editDistance(wanted, letters);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

const simplify = (word: string): string[] => [
  ...word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.-]+/g, ''),
];

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment), each costing one. */
function editDistance(a: readonly string[], b: readonly string[]): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
}
