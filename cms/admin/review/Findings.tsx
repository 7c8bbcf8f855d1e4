import { groupFindings, type ShownFinding } from '../workflow/leak-decisions.ts'

/** What the leak guard wants decided, before the changes are read; the step itself asks for the reasons. */
export function Findings({ findings }: { findings: readonly ShownFinding[] }) {
  const { stamps, open } = groupFindings(findings)
  const wanted = [...stamps, ...open]
  if (wanted.length === 0) return null
  return (
    <section className="portal-panel portal-panel--due" aria-labelledby="portal-findings-title">
      <h2 id="portal-findings-title">Cần bạn quyết định</h2>
      <ul className="portal-problems">
        {wanted.map(({ id, message }) => (
          <li key={id}>{message}</li>
        ))}
      </ul>
      <p className="portal-quiet">
        {stamps.length > 0
          ? 'Có dấu mật nên không đăng được. Hãy trả lại để bỏ ra.'
          : 'Khi duyệt, ghi lý do được công khai cho từng điều; nếu không, trả lại để che.'}
      </p>
    </section>
  )
}
