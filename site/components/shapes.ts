/** The shapes of design §5 on a 16 grid; a status is always a shape and a word, never a colour alone. */
export const shapes = {
  tick: 'M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0Zm3.7 4.4L6.8 9.5 4.4 7.2 3 8.6l3.9 3.7 6.2-6.5z',
  clock:
    'M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0Zm0 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2ZM7 3.8h2v3.7l2.5 1.5-1 1.7L7 8.6z',
  triangle: 'M8 .4 16 15H0zM7 5.6v4.8h2V5.6zm0 6v2h2v-2z',
  info: 'M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0ZM7 7v5.2h2V7zm0-3.4v2h2v-2z',
  diamond: 'M8 0l8 8-8 8-8-8zM7 4v5h2V4zm0 6.2v2h2v-2z',
  octagon: 'M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7zM7 3.4v6h2v-6zm0 7.2v2h2v-2z',
  ring: 'M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0Zm0 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z',
  half: 'M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0Zm0 2v12A6 6 0 0 1 8 2Z',
  barred:
    'M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0ZM4.5 4.9 11.1 11.5a5 5 0 0 1-6.6-6.6Zm7 6.2L4.9 4.5a5 5 0 0 1 6.6 6.6ZM8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z',
  paused: 'M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0Zm0 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2ZM5.2 5h2v6h-2zm3.6 0h2v6h-2z',
  question:
    'M1 1h14v14H1zm2 2v10h10V3zm4 7.6h2v1.9H7zM5.2 6.3C5.3 4.7 6.4 3.7 8 3.7s2.8 1 2.8 2.4c0 1.7-1.9 1.9-1.9 3.3H7.1c0-2.1 1.8-2.2 1.8-3.2 0-.5-.4-.8-.9-.8s-.9.3-1 .9z',
  search:
    'M6.5 0a6.5 6.5 0 0 1 5.2 10.4l4.1 4-1.4 1.4-4.1-4A6.5 6.5 0 1 1 6.5 0Zm0 2a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Z',
  menu: 'M1 2h14v2H1zm0 5h14v2H1zm0 5h14v2H1z',
  download: 'M7 0h2v7l3-3 1.4 1.4L8 10.8 2.6 5.4 4 4l3 3zM1 13h14v2H1z',
} as const

export type ShapeName = keyof typeof shapes
