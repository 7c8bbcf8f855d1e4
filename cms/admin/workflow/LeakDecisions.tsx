'use client'
import { groupFindings, reasonName, type ShownFinding } from './leak-decisions.ts'

/**
 * What the leak guard found, inside the form of a step: one reason for each thing that may be public. Ordinary
 * labelled fields in reading order, so Tab leads through them and the browser names the first that is empty.
 */
export function LeakDecisions({ findings }: { findings: readonly ShownFinding[] }) {
  const { stamps, open, decided, cleaned } = groupFindings(findings)
  return (
    <>
      {stamps.length > 0 ? (
        <div className="portal-card portal-card--refused" role="alert">
          <strong>Có dấu mật, không đăng được</strong>
          <Messages findings={stamps} />
        </div>
      ) : null}
      {open.length > 0 ? (
        <fieldset className="portal-leaks">
          <legend>{`Cân nhắc trước khi công khai (${open.length})`}</legend>
          {open.map((finding) => (
            <label key={finding.id}>
              <span className="portal-leaks__message">{finding.message}</span>
              Lý do được công khai
              <textarea name={reasonName(finding)} rows={2} maxLength={500} required />
            </label>
          ))}
        </fieldset>
      ) : null}
      {decided.length > 0 ? (
        <details>
          <summary>{`Đã cho phép ở bản đăng trước (${decided.length})`}</summary>
          <ul className="portal-problems">
            {decided.map(({ id, message, decided: decision }) => (
              <li key={id}>
                {message} <strong>Lý do đã ghi:</strong> {decision?.reason}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {cleaned.length > 0 ? (
        <details>
          <summary>{`Đã bỏ khỏi bản công khai (${cleaned.length})`}</summary>
          <Messages findings={cleaned} />
        </details>
      ) : null}
    </>
  )
}

function Messages({ findings }: { findings: readonly ShownFinding[] }) {
  return (
    <ul className="portal-problems">
      {findings.map(({ id, message }) => (
        <li key={id}>{message}</li>
      ))}
    </ul>
  )
}
