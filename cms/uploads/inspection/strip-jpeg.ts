/**
 * A JPEG without what cameras and programs write into it (EXIF with the place, XMP, IPTC, comments), pixels
 * untouched: segments APP1, APP3 to APP13, APP15 and COM are left out. What is no JPEG comes back as it is.
 */
export function stripJpeg(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return bytes
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    // Start of scan: from here on there are only pixels.
    if (marker === 0xda) break
    const end = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))
    if (end > bytes.length || end < at + 4) return bytes
    if (!tells(marker)) kept.push(bytes.subarray(at, end))
    at = end
  }
  kept.push(bytes.subarray(at))
  return Buffer.concat(kept)
}

/** APP0 (JFIF), APP2 (colours) and APP14 (Adobe's colour transform) are needed to show the picture. */
const tells = (marker: number): boolean =>
  marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee)
