/** The product's name where Payload shows its own: words, no picture to load. */
export function Logo() {
  return <span className="portal-logo">Quản trị Cổng</span>
}

export function Icon() {
  return <span className="portal-icon">Cổng</span>
}
