/** People who sign in. Address, role and agencies are set by administrators only; a switched-off account is out at its next request. */
import type { Access, CollectionBeforeOperationHook, CollectionConfig, FieldAccess } from 'payload'
import { isMailAddress } from '#domain/mail-address.ts'
import { accessRules, ownedByPerson } from '../access/rules.ts'
import { personOf } from '../access/person.ts'
import { factorEndpoints } from '../accounts/factor-endpoints.ts'
import { passwordEndpoint, refuseOwnPassword } from '../accounts/own-password.ts'
import { accountInQuestion, requireGoodPassword } from '../accounts/password-rule.ts'
import { resetEndpoints, resetMail } from '../accounts/reset-endpoints.ts'
import { sessionEndpoints } from '../accounts/session-endpoints.ts'
import { sessionLimits } from '../accounts/sessions.ts'
import { signInEndpoint } from '../accounts/sign-in-endpoint.ts'
import {
  afterAccountChange,
  afterSignOut,
  beforePayloadSignIn,
  passwordMark,
} from '../accounts/user-hooks.ts'
import { env } from '../env.ts'
import { PortalError } from '../errors.ts'
import { roleNames } from '../workflow/words.ts'
import { colleaguesEndpoint } from '../workflow/colleagues-endpoint.ts'
import { unknownFieldProblems } from '../workflow/known-fields.ts'

const byAdministrator: FieldAccess = ({ req }) => personOf(req)?.role === 'administrator'
const isHttps = env.CMS_URL.startsWith('https://')
/** `email`: who holds a stolen session would send themselves a new password. */
const privileged = ['role', 'agencies', 'isDisabled', 'email'] as const

type Data = Record<string, unknown>

const checkRequest: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  if (operation !== 'create' && operation !== 'update' && operation !== 'resetPassword') return args
  const { data = {}, id } = args as { data?: Data; id?: unknown }
  const { password } = data
  if (password !== undefined && password !== null) {
    requireGoodPassword(password, await accountInQuestion(req, { id, data, operation }))
    req.context[passwordMark] = true
  }
  if (operation === 'resetPassword') return args
  const { password: _password, 'confirm-password': _confirm, ...fields } = data
  const problems = unknownFieldProblems(collection.flattenedFields, fields)
  if (problems.length > 0) throw new PortalError('unknown-field', { problems })
  refuseSelfPromotion(data, req.user)
  requirePlainAddress(data.email)
  return args
}

/** A form sends back what it was shown; only a changed value is an attempt. */
function refuseSelfPromotion(data: Data, user: Data | null | undefined): void {
  if (!user || user.role === 'administrator') return
  const changed = privileged.filter(
    (name) => name in data && JSON.stringify(data[name]) !== JSON.stringify(user[name]),
  )
  if (changed.length > 0)
    throw new PortalError('not-allowed', {
      problems: changed.map((field) => ({
        field,
        code: 'not-allowed',
        message: 'Chỉ quản trị đổi được trường này.',
      })),
    })
}

/** Everything this person is told goes there: an address that mail software could read as two is none. */
function requirePlainAddress(email: unknown): void {
  if (email === undefined || (typeof email === 'string' && isMailAddress(email.trim()))) return
  const message = 'Thư điện tử phải là đúng một địa chỉ như ten.nguoi@tinh.gov.vn.'
  throw new PortalError('invalid-content', {
    message,
    problems: [{ field: 'email', code: 'invalid', message }],
  })
}

const active: Access = ({ req }) => personOf(req) !== null

export const users: CollectionConfig = {
  slug: 'users',
  labels: { singular: 'Tài khoản', plural: 'Tài khoản' },
  access: { ...accessRules('users', ownedByPerson), admin: active as never },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'role', 'agencies'],
    group: 'Hệ thống',
    hideAPIURL: true,
  },
  auth: {
    useAPIKey: false,
    // Payload's lock holds for everybody, so that anyone could lock out anyone; ours is `server/throttle.ts`.
    maxLoginAttempts: 0,
    // The cookie lives as long as a session may at most; idle sessions end earlier (`server/session-gate.ts`).
    tokenExpiration: sessionLimits.maxMs / 1000,
    removeTokenFromResponses: true,
    cookies: { secure: isHttps, sameSite: 'Strict' },
    // The stock rate limit writes outside its own open transaction (Payload notes §4).
    forgotPassword: { minRequestInterval: 0, ...resetMail },
  },
  endpoints: [
    signInEndpoint,
    passwordEndpoint,
    ...resetEndpoints,
    ...factorEndpoints,
    ...sessionEndpoints,
    colleaguesEndpoint,
  ],
  disableDuplicate: true,
  hooks: {
    beforeOperation: [refuseOwnPassword, checkRequest],
    beforeLogin: [beforePayloadSignIn],
    afterChange: [afterAccountChange],
    afterLogout: [afterSignOut],
  },
  fields: [
    {
      name: 'security',
      type: 'ui',
      admin: { components: { Field: '/cms/admin/accounts/AccountSecurity.tsx#AccountSecurity' } },
    },
    { name: 'name', type: 'text', label: 'Họ và tên', required: true, maxLength: 120 },
    {
      name: 'role',
      type: 'select',
      label: 'Vai trò',
      required: true,
      defaultValue: 'editor',
      saveToJWT: false,
      access: { create: byAdministrator, update: byAdministrator },
      options: Object.entries(roleNames).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'agencies',
      type: 'relationship',
      relationTo: 'agencies',
      hasMany: true,
      label: 'Cơ quan',
      access: { create: byAdministrator, update: byAdministrator },
      admin: { description: 'Biên tập viên chỉ soạn được bài của các cơ quan này.' },
    },
    {
      name: 'mailPreference',
      type: 'select',
      label: 'Thư báo việc',
      defaultValue: 'immediate',
      saveToJWT: false,
      options: [
        { value: 'immediate', label: 'Từng việc một, ngay khi có' },
        { value: 'digest', label: 'Một thư tổng hợp lúc 07:30 mỗi ngày' },
        { value: 'must', label: 'Chỉ khi phải xử lý ngay (quá hạn, đăng khẩn, báo động)' },
      ],
      admin: { description: 'Việc quá hạn, đăng khẩn và báo động luôn được gửi ngay.' },
    },
    {
      name: 'isDisabled',
      type: 'checkbox',
      label: 'Khóa tài khoản',
      defaultValue: false,
      admin: {
        description:
          'Bài đang làm của người bị khóa: Ban biên tập giao cho người khác ở trang “Bàn giao việc”.',
      },
      access: { create: byAdministrator, update: byAdministrator },
    },
  ],
}
