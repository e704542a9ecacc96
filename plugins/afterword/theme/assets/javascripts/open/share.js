/** How many rows each team may have, so that all have at most `most`: a team with fewer leaves room for others. The page
 * itself is made by the same rule (`pages/open_rows.py`).
 * @param {number[]} counts how many rows each team has
 */
export function share(counts, most) {
  const ordered = [...counts].sort((one, other) => one - other);
  let left = most;
  for (const [place, count] of ordered.entries()) {
    const fair = Math.floor(left / (ordered.length - place));
    if (count > fair) return Math.max(1, fair);
    left -= count;
  }
  return ordered.at(-1) ?? 0;
}
