import type { UploadSnapshot } from '#domain/content.ts'
import { shortChecksum, type FileChange, type FilesChange } from '#domain/comparison/uploads.ts'
import { compareWords, newBudget } from '#domain/comparison/words.ts'
import { Runs } from './Runs.tsx'

/** Files by name and checksum, and what is said about them. */
export function FileChanges({ files, isReordered }: FilesChange) {
  return (
    <>
      <ul className="portal-files">
        {files.map((change) => (
          <li key={`${change.before?.sha256} ${change.after?.sha256}`}>
            <FileChangeView change={change} />
          </li>
        ))}
      </ul>
      {isReordered ? <p className="portal-change__note">Thứ tự tệp đã đổi.</p> : null}
    </>
  )
}

function FileChangeView({ change: { kind, before, after } }: { change: FileChange }) {
  return (
    <>
      {before && kind !== 'described' ? <FileName file={before} as="del" /> : null}
      {after && kind !== 'described' ? <FileName file={after} as="ins" /> : null}
      {after && kind === 'described' ? (
        <p>
          {after.name} <code>{shortChecksum(after.sha256)}</code>: cùng tệp, lời ghi đã đổi
        </p>
      ) : null}
      <dl className="portal-files__facts">
        {facts.map(([fact, label]) => {
          const [old, now] = [before?.[fact] ?? '', after?.[fact] ?? '']
          return old === now || kind === 'removed' ? null : (
            <div key={fact}>
              <dt>{label}</dt>
              <dd>
                <Runs runs={compareWords(old, now, newBudget())} />
              </dd>
            </div>
          )
        })}
      </dl>
    </>
  )
}

const facts = [
  ['title', 'Tên'],
  ['alt', 'Mô tả'],
  ['caption', 'Chú thích'],
  ['credit', 'Nguồn'],
] as const satisfies [keyof UploadSnapshot, string][]

function FileName({ file: { name, sha256 }, as: Tag }: { file: UploadSnapshot; as: 'ins' | 'del' }) {
  return (
    <p>
      <Tag className="portal-run">
        <span className="portal-hidden">{Tag === 'ins' ? '[thêm] ' : '[bỏ] '}</span>
        {name}
      </Tag>{' '}
      <code>{`${shortChecksum(sha256)}…`}</code>
    </p>
  )
}
