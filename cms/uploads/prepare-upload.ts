/**
 * What happens to a file before Payload sees it: its kind is decided by its bytes, pictures are re-encoded,
 * the bytes go to the content store, and the name becomes safe and unguessable. What the content store gets is the
 * public copy; Payload keeps what was uploaded, which stays private.
 */
import type { CollectionBeforeOperationHook } from 'payload'
import type { StoredFile } from '#domain/content.ts'
import { documentKinds, fileKind, imageKinds } from '#domain/file-kinds.ts'
import type { Hit } from '#domain/leaks/finding.ts'
import { tellingName } from '#domain/leaks/file-names.ts'
import { slugify } from '#domain/slug.ts'
import { env } from '../env.ts'
import { PortalError } from '../errors.ts'
import { storeBytes } from './content-store.ts'
import { inspectDocument } from './inspection/inspect-document.ts'
import type { Inspected } from './inspection/inspect-bytes.ts'
import { Bomb } from './inspection/limits.ts'
import { inspectionOf } from './inspection/record.ts'
import { prepareImage } from './prepare-image.ts'

type Incoming = { data: Buffer; mimetype: string; name: string; size: number }
type Prepared = {
  bytes: Buffer
  stored: StoredFile
  mimeType: string
  extension: string
  hits: Hit[]
  isSigned?: boolean
}

const baseName = (name: string): string =>
  slugify(
    name
      .normalize('NFC')
      .replace(/^.*[\\/]/, '')
      .replace(/\.[^.]*$/, ''),
    80,
  )

async function preparePicture(file: Incoming): Promise<Prepared> {
  if (!fileKind(imageKinds, file.name, file.data)) {
    throw badFile(
      `Ảnh “${file.name}”: chỉ nhận JPEG, PNG, WebP và nội dung phải đúng loại. Hãy lưu ảnh lại rồi tải lên.`,
    )
  }
  try {
    const prepared = await prepareImage(env.MEDIA_DIR, file.data)
    return { ...prepared, hits: [...tellingName(file.name), ...prepared.hits] }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
      throw new PortalError('disk-full', { cause: error })
    throw badFile(
      `Ảnh “${file.name}”: không đọc được, hoặc lớn quá 40 triệu điểm ảnh. Hãy lưu lại nhỏ hơn rồi tải lên.`,
      error,
    )
  }
}

async function prepareDocument(file: Incoming): Promise<Prepared> {
  const kind = fileKind(documentKinds, file.name, file.data)
  if (!kind) {
    const allowed = documentKinds.map(({ label }) => label).join(', ')
    throw badFile(
      `Tệp “${file.name}”: nội dung không đúng với đuôi tệp, hoặc loại này không được nhận. Nhận: ${allowed}.`,
    )
  }
  const { mimeType, extension } = kind
  const { hits, isSigned, cleaned } = await inspect(file, extension)
  const published = cleaned ?? file.data
  const sha256 = await storeBytes(env.MEDIA_DIR, published)
  const stored = { sha256, mimeType, size: published.length }
  return { bytes: file.data, mimeType, extension, stored, hits, isSigned }
}

async function inspect({ data: bytes, name }: Incoming, extension: string): Promise<Inspected> {
  try {
    return await inspectDocument({ bytes, extension, name })
  } catch (error) {
    if (!(error instanceof Bomb)) throw error
    throw badFile(
      `Tệp “${name}”: mở ra lớn bất thường nên không nhận. Hãy lưu lại bằng chương trình đã soạn rồi tải lên.`,
      error,
    )
  }
}

const badFile = (message: string, cause?: unknown) =>
  new PortalError('bad-file', { message, problems: [{ field: 'file', code: 'bad-file', message }], cause })

/** A `beforeOperation` hook for an upload collection of pictures or of documents. */
export const prepareUpload =
  (holds: 'pictures' | 'documents'): CollectionBeforeOperationHook =>
  async ({ args, operation, req }) => {
    if (operation !== 'create' && operation !== 'update') return args
    const file = req.file
    if (!file) {
      if (operation === 'create') throw badFile('Chưa chọn tệp. Hãy chọn một tệp rồi lưu.')
      return args
    }
    const prepared = await (holds === 'pictures' ? preparePicture(file) : prepareDocument(file))
    const base = baseName(file.name)
    file.data = prepared.bytes
    file.size = prepared.bytes.length
    file.mimetype = prepared.mimeType
    file.name = `${base}-${prepared.stored.sha256.slice(0, 12)}.${prepared.extension}`
    // Handed on by the request's context, since these fields are closed to whatever a request says.
    const { stored } = prepared
    const inspection = await inspectionOf(req.payload, prepared, stored.sha256)
    req.context.preparedUpload = { publicName: `${base}.${prepared.extension}`, stored, inspection }
    return args
  }
