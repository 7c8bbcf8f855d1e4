/** People who sign in. Role and agencies are set by administrators only; a switched-off account is out at its next request. */
import type { Access, CollectionBeforeOperationHook, CollectionConfig, FieldAccess } from 'payload'
import { isMailAddress } from '#domain/mail-address.ts'
import { accessRules, ownedByPerson } from '../access/rules.ts'
import { personOf } from '../access/person.ts'
import { env } from '../env.ts'
import { PortalError } from '../errors.ts'
import { unknownFieldProblems } from '../workflow/known-fields.ts'

const byAdministrator: FieldAccess = ({ req }) => personOf(req)?.role === 'administrator'
const isHttps = env.CMS_URL.startsWith('https://')
const minimumPasswordLength = 12
const privileged = ['role', 'agencies', 'isDisabled'] as const

type Data = Record<string, unknown>

const checkRequest: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  if (operation !== 'create' && operation !== 'update' && operation !== 'resetPassword') return args
  const data = (args as { data?: Data }).data ?? {}
  const password = data.password
  if (
    password !== undefined &&
    password !== null &&
    (typeof password !== 'string' || password.length < minimumPasswordLength)
  ) {
    const { message } = new PortalError('weak-password')
    throw new PortalError('weak-password', {
      problems: [{ field: 'password', code: 'weak-password', message }],
    })
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
    maxLoginAttempts: 10,
    lockTime: 10 * 60 * 1000,
    tokenExpiration: 8 * 60 * 60,
    removeTokenFromResponses: true,
    cookies: { secure: isHttps, sameSite: 'Strict' },
    // The stock rate limit writes outside its own open transaction (Payload notes §4).
    forgotPassword: { minRequestInterval: 0 },
  },
  disableDuplicate: true,
  hooks: {
    beforeOperation: [checkRequest],
    beforeLogin: [
      ({ user }) => {
        if ((user as Data).isDisabled === true)
          throw new PortalError('not-signed-in', { message: 'Tài khoản đã bị khóa. Hãy liên hệ quản trị.' })
      },
    ],
  },
  fields: [
    { name: 'name', type: 'text', label: 'Họ và tên', required: true, maxLength: 120 },
    {
      name: 'role',
      type: 'select',
      label: 'Vai trò',
      required: true,
      defaultValue: 'editor',
      saveToJWT: false,
      access: { create: byAdministrator, update: byAdministrator },
      options: [
        { value: 'editor', label: 'Biên tập viên' },
        { value: 'moderator', label: 'Ban biên tập' },
        { value: 'administrator', label: 'Quản trị' },
      ],
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
      access: { create: byAdministrator, update: byAdministrator },
    },
  ],
}
