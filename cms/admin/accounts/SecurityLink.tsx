import { securityPath } from '#domain/accounts/session-rules.ts'
import { NavLink } from '../frame/NavLink.tsx'

/** At the end of the menu. */
export const SecurityLink = () => <NavLink href={securityPath} label="Bảo mật tài khoản" />
