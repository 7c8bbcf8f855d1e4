/** What handlers in front of REST leave for it on Express's response. */
import type { Response } from 'express'
import type { Buffer } from 'node:buffer'

const body = Symbol('body')
const whenDone = Symbol('whenDone')

type Context = {
  [body]?: { bytes: Buffer | undefined }
  [whenDone]?: (status: number) => void
}

const of = (response: Response): Context => response.locals as Context

/** The body was read already, within its limits. */
export const setBody = (response: Response, bytes: Buffer | undefined): void => {
  of(response)[body] = { bytes }
}
export const readBody = (response: Response): { bytes: Buffer | undefined } | undefined => of(response)[body]

/** To be called once with the status when REST has done its work, whoever is still listening. */
export const setWhenDone = (response: Response, call: (status: number) => void): void => {
  of(response)[whenDone] = call
}
export const tellDone = (response: Response, status: number): void => of(response)[whenDone]?.(status)
