/**
 * Serves the built site over the fixture, to look at: `node tests/support/render-preview.ts [port]`.
 * Every address is rendered when asked for; pictures are one drawn stand-in.
 */
import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { builtSite, clientFolder, seededReader } from './built-site.ts'

const types: Record<string, string> = { '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' }
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1067"><path fill="#cfe3e2" d="M0 0h1600v1067H0z"/>
<path fill="#8db5b8" d="M60 700c30-240 90-330 180-330s140 120 190 330zm900 0c20-300 110-420 220-420s170 160 220 420z"/>
<path fill="#4f858c" d="M420 720c40-200 110-280 190-280s120 110 160 280zm880 0c10-190 60-300 150-300 60 0 110 70 150 300z"/>
<path fill="#a9cccb" d="M0 700h1600v367H0z"/><path fill="#1d5560" d="M200 760c20-160 70-240 150-240s140 90 160 240zm620 0c20-120 60-170 110-170s90 60 110 170z"/></svg>`

const render = await builtSite()
const picture = await sharp(Buffer.from(drawing)).jpeg().toBuffer()
const reader = seededReader()
const port = Number(process.argv[2] ?? 4321)
const publicUrl = `http://localhost:${port}`

createServer((request, answer) => {
  const url = new URL(request.url ?? '/', publicUrl)
  const send = (status: number, type: string, body: Buffer | string) =>
    answer.writeHead(status, { 'Content-Type': type }).end(body)
  if (url.pathname.startsWith('/tep/')) return void send(200, 'image/jpeg', picture)
  if (url.pathname.startsWith('/_astro/')) {
    const file = path.join(clientFolder, path.normalize(url.pathname))
    return void send(200, types[path.extname(file)] ?? 'application/octet-stream', readFileSync(file))
  }
  const closed = reader.closedAddress(url.pathname)
  const gone = closed?.status === 410 ? closed : undefined
  void render(new Request(url), { reader, publicUrl, gone }).then(async (page) =>
    send(page.status, page.headers.get('content-type') ?? '', await page.text()),
  )
}).listen(port, () => console.log(`${publicUrl}/`))
