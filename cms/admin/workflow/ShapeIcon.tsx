import type { Shape } from './status-cells.ts'

/** The shapes of the design (§5, status badges): a state is a shape and a word, never a colour alone. */
const paths: Record<Shape, string> = {
  done: 'M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0Zm3.7 4.4L6.8 9.5 4.4 7.2 3 8.6l3.9 3.7 6.2-6.5z',
  here: 'M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0Zm0 2v12A6 6 0 0 1 8 2Z',
  open: 'M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0Zm0 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z',
  problem: 'M8 .4 16 15H0zM7 5.6v4.8h2V5.6zm0 6v2h2v-2z',
  clock:
    'M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0Zm0 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2ZM7 3.8h2v3.7l2.5 1.5-1 1.7L7 8.6z',
  ended: 'M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0Zm0 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2ZM4 7h8v2H4z',
}

export function ShapeIcon({ shape }: { shape: Shape }) {
  return (
    <svg
      className={`portal-shape portal-shape--${shape}`}
      viewBox="0 0 16 16"
      width="18"
      height="18"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[shape]} fill="currentColor" fillRule="evenodd" />
    </svg>
  )
}
