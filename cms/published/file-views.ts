/** Uploads of an edition as pages show them: addresses, sizes and smaller pictures. */
import type { StoredFile, UploadSnapshot } from '#domain/content.ts'
import { documentKinds, imageKinds } from '#domain/file-kinds.ts'
import { routes } from '#domain/routes.ts'
import type { FileView, ImageView } from './views.ts'

/** Name of a smaller picture of an image, beside the image itself: `cau.jpg` 480 wide is `cau-480.webp`. */
export const variantName = (name: string, width: number): string =>
  `${name.replace(/\.[^.]*$/, '')}-${width}.webp`

/** `null` when the bytes are no picture whose size is known. */
export function imageView(snapshot: UploadSnapshot | undefined, files: StoredFile[]): ImageView | null {
  if (!snapshot) return null
  const stored = storedFile(snapshot, files)
  if (!stored?.width || !stored.height) return null
  const { sha256, name, alt = '', caption, credit } = snapshot
  return {
    src: routes.file(sha256, name),
    width: stored.width,
    height: stored.height,
    alt,
    ...(caption ? { caption } : {}),
    ...(credit ? { credit } : {}),
    sources: (stored.variants ?? []).map((variant) => ({
      src: routes.file(sha256, variantName(name, variant.width)),
      width: variant.width,
    })),
  }
}

/** Files in the order of the edition; one whose bytes are not in the read model is left out. */
export const fileViews = (snapshots: UploadSnapshot[] | undefined, files: StoredFile[]): FileView[] =>
  (snapshots ?? []).map((snapshot) => fileView(snapshot, files)).filter((view) => view !== null)

export function fileView(snapshot: UploadSnapshot, files: StoredFile[]): FileView | null {
  const stored = storedFile(snapshot, files)
  if (!stored) return null
  const { sha256, name, title } = snapshot
  return {
    path: routes.file(sha256, name),
    name,
    title: title ?? name,
    kind: kindLabel(stored.mimeType, name),
    size: stored.size,
    sha256,
  }
}

const storedFile = ({ sha256 }: UploadSnapshot, files: StoredFile[]): StoredFile | undefined =>
  files.find((file) => file.sha256 === sha256)

const labels = new Map([...documentKinds, ...imageKinds].map(({ mimeType, label }) => [mimeType, label]))

/** `PDF`, `DOCX`, …; the extension of a kind that is no longer accepted for upload. */
const kindLabel = (mimeType: string, name: string): string =>
  labels.get(mimeType) ?? /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toUpperCase() ?? 'Tệp'
