/**
 * A picture as the portal keeps it: turned upright, without metadata (place, camera, author), at most
 * 1920 px wide, with smaller WebP versions for phones. Re-encoding also drops anything hidden behind the pixels.
 */
import sharp from 'sharp'
import type { StoredFile } from '#domain/content.ts'
import type { Hit } from '#domain/leaks/finding.ts'
import { storeBytes } from './content-store.ts'
import { pictureMetadata } from './inspection/picture-metadata.ts'

// Decoders that were attacked before and that no allowed kind needs (security notes, advisory list).
sharp.block({
  operation: [
    'VipsForeignLoadNsgif',
    'VipsForeignLoadTiff',
    'VipsForeignLoadVips',
    'VipsForeignLoadSvg',
    'VipsForeignLoadHeif',
  ],
})
sharp.concurrency(1)

const maxWidth = 1920
const maxPixels = 40_000_000
const variantWidths = [480, 960]

export type PreparedImage = {
  bytes: Buffer
  stored: StoredFile
  mimeType: string
  extension: string
  /** What the picture told before, and no longer does. */
  hits: Hit[]
}

/**
 * Re-encodes a JPEG, PNG or WebP and stores it with its variants.
 * @throws Error when the bytes are no readable picture or hold more than 40 million pixels.
 */
export async function prepareImage(mediaDir: string, bytes: Buffer): Promise<PreparedImage> {
  const options = { limitInputPixels: maxPixels, failOn: 'error', sequentialRead: true } as const
  const { hasAlpha, exif, xmp } = await sharp(bytes, options).metadata()
  const upright = sharp(bytes, options)
    .rotate()
    .resize({ width: maxWidth, withoutEnlargement: true })
    .timeout({ seconds: 20 })
  const encoded = hasAlpha
    ? upright.png({ compressionLevel: 9 })
    : upright.jpeg({ quality: 82, mozjpeg: true })
  const main = await encoded.toBuffer({ resolveWithObject: true })
  const variants = []
  for (const width of variantWidths.filter((candidate) => candidate < main.info.width)) {
    const variant = await sharp(main.data)
      .resize({ width })
      .webp({ quality: 74, effort: 4 })
      .toBuffer({ resolveWithObject: true })
    variants.push({
      width: variant.info.width,
      height: variant.info.height,
      size: variant.info.size,
      sha256: await storeBytes(mediaDir, variant.data),
    })
  }
  const mimeType = hasAlpha ? 'image/png' : 'image/jpeg'
  return {
    bytes: main.data,
    hits: pictureMetadata(exif, xmp),
    mimeType,
    extension: hasAlpha ? 'png' : 'jpg',
    stored: {
      sha256: await storeBytes(mediaDir, main.data),
      mimeType,
      size: main.info.size,
      width: main.info.width,
      height: main.info.height,
      ...(variants.length ? { variants } : {}),
    },
  }
}
