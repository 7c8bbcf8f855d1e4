/** Order of Vietnamese words and of people's names (reference/domain 8.1, 8.6). */
const collator = new Intl.Collator('vi', { numeric: true })

/** Letters first, tone marks to break ties, numbers by value: An, Ăn, Ân, Cẩm Phả, Dương Huy, Đầm Hà; 9/QĐ, 10/QĐ. */
export const compareVietnamese = (a: string, b: string): number =>
  collator.compare(a.normalize('NFC'), b.normalize('NFC'))

/** People by their given name, the last word, then by the rest: Trần Văn An, Lê Thị Bình, Nguyễn Bình. */
export function comparePeople(a: string, b: string): number {
  const [given, rest] = splitName(a)
  const [otherGiven, otherRest] = splitName(b)
  return compareVietnamese(given, otherGiven) || compareVietnamese(rest, otherRest)
}

function splitName(name: string): [given: string, rest: string] {
  const words = name.trim().split(/\s+/)
  return [words.at(-1) ?? '', words.slice(0, -1).join(' ')]
}
