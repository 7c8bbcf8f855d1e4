/** Kinds of agency in the order in which the page of agencies lists them. Keys are stored in editions: never rename one. */
export const agencyKinds = [
  { kind: 'ubnd-tinh', name: 'Ủy ban nhân dân tỉnh' },
  { kind: 'van-phong', name: 'Văn phòng' },
  { kind: 'so', name: 'Sở' },
  { kind: 'ban-nganh', name: 'Ban, ngành' },
  /** Ended on 1/7/2025; older documents still carry it. */
  { kind: 'ubnd-huyen', name: 'Ủy ban nhân dân cấp huyện' },
  { kind: 'ubnd-xa', name: 'Ủy ban nhân dân cấp xã' },
  { kind: 'don-vi-su-nghiep', name: 'Đơn vị sự nghiệp' },
  { kind: 'khac', name: 'Cơ quan, đơn vị khác' },
] as const

export type AgencyKind = (typeof agencyKinds)[number]['kind']

export const isAgencyKind = (kind: unknown): kind is AgencyKind =>
  agencyKinds.some((entry) => entry.kind === kind)

/** `so` → `Sở`; the word itself when unknown, so that an old edition still renders. */
export const agencyKindName = (kind: string): string =>
  agencyKinds.find((entry) => entry.kind === kind)?.name ?? kind

/** Place in the list; unknown kinds come last. */
export function agencyKindOrder(kind: string): number {
  const index = agencyKinds.findIndex((entry) => entry.kind === kind)
  return index === -1 ? agencyKinds.length : index
}
