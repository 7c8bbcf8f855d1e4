import { securityPath } from '#domain/accounts/session-rules.ts'

/** At the end of the menu. */
export function SecurityLink() {
  return (
    <a className="nav__link" href={securityPath}>
      <span className="nav__link-label">Bảo mật tài khoản</span>
    </a>
  )
}
