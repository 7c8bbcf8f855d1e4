/** One of our own pages at the end of the menu, drawn as Payload's links are. */
export function NavLink({ href, id, label }: { href: string; id?: string; label: string }) {
  return (
    <a className="nav__link" href={href} id={id}>
      <span className="nav__link-label">{label}</span>
    </a>
  )
}
