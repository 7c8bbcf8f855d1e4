/** Where the file of a public address lies in the tree: `/tin-tuc/x/` → `{root}/tin-tuc/x/index.html`. */
import path from 'node:path'
import { PublicationError } from './errors.ts'

/**
 * @throws PublicationError `bad-path` for anything that could leave the tree or hide in it: `..`, empty and
 * dotted segments, backslashes, control characters.
 */
export function fileOf(root: string, route: string): string {
  const segments = route.split('/').slice(1)
  const isPage = route.endsWith('/')
  if (isPage) segments.pop()
  const isSafe =
    route.startsWith('/') &&
    !/[\\\u0000-\u001f\u007f]/.test(route) &&
    segments.every((segment) => segment !== '' && !segment.startsWith('.'))
  if (!isSafe)
    throw new PublicationError('bad-path', `Địa chỉ không thể thành tệp công khai: ${JSON.stringify(route)}`)
  return path.join(root, ...segments, ...(isPage ? ['index.html'] : []))
}

/** The address that a file of the tree answers: the reverse of `fileOf`. */
export function routeOf(root: string, file: string): string {
  const route = '/' + path.relative(root, file).split(path.sep).join('/')
  return route.endsWith('/index.html') ? route.slice(0, -'index.html'.length) : route
}
