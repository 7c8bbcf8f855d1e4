/** What every kind of item asks of its pictures, files and rich text. */
import type { RichText, UploadSnapshot } from '../content.ts'
import { richTextProblems, uploadsOf } from '../rich-text.ts'
import { isFilled, problem, type ReadinessProblem, unless } from './problem.ts'

export function bodyProblems(body: RichText | undefined): ReadinessProblem[] {
  if (body === undefined) return []
  const problems = richTextProblems(body).map(({ message }) => problem('body', 'invalid', message))
  const hasBlindPicture = uploadsOf(body).some((upload) => upload !== null && !isFilled(upload.alt))
  return [
    ...problems.filter(
      ({ message }, index) => problems.findIndex((other) => other.message === message) === index,
    ),
    ...unless(
      !hasBlindPicture,
      'body',
      'missing-alt',
      'Ảnh trong bài chưa có mô tả. Hãy mở ảnh và nhập mô tả cho người không xem được ảnh.',
    ),
  ]
}

export const pictureProblems = (field: string, picture: UploadSnapshot | undefined): ReadinessProblem[] =>
  unless(
    !picture || isFilled(picture.alt),
    field,
    'missing-alt',
    'Ảnh chưa có mô tả. Hãy mở ảnh và nhập mô tả cho người không xem được ảnh.',
  )

export const fileProblems = (field: string, files: UploadSnapshot[] = []): ReadinessProblem[] =>
  files.flatMap((file, index) =>
    unless(
      isFilled(file.title),
      `${field}.${index}.title`,
      'missing',
      `Tệp “${file.name}” chưa có tên hiển thị. Hãy mở tệp và nhập tên.`,
    ),
  )
