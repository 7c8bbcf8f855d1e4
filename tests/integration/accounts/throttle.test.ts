/** The throttle alone in front of a door that always answers at once: what it lets through, and for how long. */
import '#tests/support/cms-folders.ts'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { setTimeout as wait } from 'node:timers/promises'
import { tellDone } from '#cms/server/rest-context.ts'
import { accountThrottle, type Outcome } from '#cms/server/throttle.ts'
import { newAddress, requestFrom } from '#tests/support/from-address.ts'

let server: http.Server
let base = ''
let start = 0
let shift = 0
let workMs = 0
let running = 0
let mostAtOnce = 0
const known = new Set<string>()
const outcomes: Outcome[] = []

beforeAll(async () => {
  const app = express()
  app.use((request, response, next) => {
    response.locals.address = request.ip
    next()
  })
  app.use(
    accountThrottle({
      now: () => new Date(Date.now() + shift),
      places: {
        has: (account, address) => Promise.resolve(known.has(`${account} ${address}`)),
        add: () => {},
      },
      onFailure: (outcome) => void outcomes.push(outcome),
    }),
  )
  app.use(async (_request, response) => {
    running += 1
    mostAtOnce = Math.max(mostAtOnce, running)
    if (workMs > 0) await wait(workMs)
    running -= 1
    tellDone(response, 401)
    response.status(401).json({})
  })
  app.use(((_err, _request, response, _next) => {
    response.status(429).json({})
  }) as express.ErrorRequestHandler)
  server = http.createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(() => {
  // A minute and more between any two tests: none starts with what another one counted for everybody.
  start += 61_000
  shift = start
  workMs = 0
})
afterAll(() => void server.close())

const tryAs = async (email: string, from: string, path = '/api/users/login') =>
  (await requestFrom(base, from, { path, body: { email }, cookie: 'portal-token=mot.phien.nao' })).status

it('one address may fail fifty times in ten minutes, whatever the accounts', async () => {
  const from = newAddress()
  const statuses: number[] = []
  for (let index = 0; index < 51; index += 1) statuses.push(await tryAs(`a${index}@tinh.example`, from))
  expect(statuses).toEqual([...Array<number>(50).fill(401), 429])
  expect(await tryAs('a99@tinh.example', newAddress())).toBe(401)
  shift += 10 * 60_000
  expect(await tryAs('a99@tinh.example', from)).toBe(401)
})

it('an account guessed at from everywhere is held, but not where its owner signed in before', async () => {
  const [email, home] = ['chu@tinh.example', newAddress()]
  known.add(`${email} ${home}`)
  for (let index = 0; index < 25; index += 1) {
    const from = newAddress()
    shift += 10_000
    for (let turn = 0; turn < 4; turn += 1) expect(await tryAs(email, from)).toBe(401)
  }
  expect(await tryAs(email, newAddress())).toBe(429)
  expect(await tryAs(email, home)).toBe(401)
  expect(outcomes.at(-2)).toMatchObject({ account: email, door: 'login', isRefused: true })
})

it('sixty failures a minute of everybody together hold new places back, known ones not', async () => {
  const home = newAddress()
  known.add(`quen@tinh.example ${home}`)
  const statuses: number[] = []
  for (let index = 0; index < 61; index += 1)
    statuses.push(await tryAs(`lan${index}@tinh.example`, newAddress()))
  expect(statuses).toEqual([...Array<number>(60).fill(401), 429])
  expect(await tryAs('quen@tinh.example', home)).toBe(401)
  expect(await tryAs('quen@tinh.example', newAddress())).toBe(429)
  shift += 60_000
  expect(await tryAs('quen@tinh.example', newAddress())).toBe(401)
})

it('tries are counted from their beginning: parallel ones do not outrun the lock', async () => {
  workMs = 20
  const from = newAddress()
  const statuses = await Promise.all(Array.from({ length: 12 }, () => tryAs('song.song@tinh.example', from)))
  expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(5)
})

it('one hash runs at a time, also when callers hang up', async () => {
  workMs = 60
  mostAtOnce = 0
  const url = new URL('/api/users/login', base)
  const hangUps = Array.from({ length: 20 }, async (_, index) => {
    const request = http.request(url, {
      method: 'POST',
      localAddress: newAddress(),
      headers: { 'content-type': 'application/json' },
    })
    request.on('error', () => {})
    request.end(JSON.stringify({ email: `cup${index}@tinh.example` }))
    await wait(15)
    request.destroy()
  })
  await Promise.all(hangUps)
  await wait(800)
  expect(mostAtOnce).toBe(1)
  workMs = 0
  expect(await tryAs('sau.do@tinh.example', newAddress())).toBe(401)
})

it('renewals, enrolments and reset mails are bounded too, other requests are not', async () => {
  const from = newAddress()
  const repeat = async (path: string, times: number) => {
    const statuses: number[] = []
    for (let turn = 0; turn < times; turn += 1) statuses.push(await tryAs('ai.do@tinh.example', from, path))
    return statuses.lastIndexOf(401) + 1
  }
  expect(await repeat('/api/users/forgot-password', 5)).toBe(3)
  expect(await repeat('/api/users/refresh-token', 125)).toBe(120)
  expect(await repeat('/api/users/second-factor/confirm', 8)).toBe(5)
  expect(await repeat('/api/news', 130)).toBe(130)
})
