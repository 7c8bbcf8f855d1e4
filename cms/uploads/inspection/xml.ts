/**
 * XML of Office parts, walked and rewritten. Documents with a DOCTYPE are not read at all: Office writes none, and
 * entities are how XML explodes or reaches for other files.
 */
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { Unreadable } from './limits.ts'

export type Attributes = Record<string, string>
export type Walker = {
  /** Names without prefix, of elements and of attributes. */
  open?: (name: string, attributes: Attributes) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const decoded = (bytes: Uint8Array): string =>
  new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes)

function parse(bytes: Uint8Array, listen: (parser: SaxesParser) => void): void {
  const parser = new SaxesParser({ position: false })
  parser.on('doctype', () => {
    throw new Unreadable('XML có khai báo DOCTYPE')
  })
  parser.on('error', (cause) => {
    throw new Unreadable('XML bị hỏng', { cause })
  })
  listen(parser)
  parser.write(decoded(bytes)).close()
}

const withoutPrefixes = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]))

/** @throws Unreadable */
export function walkXml(bytes: Uint8Array, { open, close, text }: Walker): void {
  parse(bytes, (parser) => {
    if (open) parser.on('opentag', (tag) => open(localName(tag.name), withoutPrefixes(tag.attributes)))
    if (close) parser.on('closetag', (tag) => close(localName(tag.name)))
    if (text) {
      parser.on('text', text)
      parser.on('cdata', text)
    }
  })
}

/** What becomes of an element: gone with all inside, its words gone, or kept with these attributes (full names). */
export type Edit = (name: string, attributes: Attributes) => 'drop' | 'empty' | Attributes

/** Writes the same document again, edited. @throws Unreadable */
export function rewriteXml(bytes: Uint8Array, edit: Edit): Uint8Array {
  const out: string[] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>']
  let dropped = 0
  let emptied = 0
  parse(bytes, (parser) => {
    parser.on('opentag', (tag: SaxesTagPlain) => {
      const { name, attributes, isSelfClosing } = tag
      const result = dropped > 0 ? 'drop' : edit(localName(name), attributes)
      if (result === 'drop') {
        dropped += 1
        return
      }
      if (emptied > 0 || result === 'empty') emptied += 1
      const kept = result === 'empty' ? attributes : result
      const written = Object.entries(kept).map(([key, value]) => ` ${key}="${inAttribute(value)}"`)
      out.push(`<${name}${written.join('')}${isSelfClosing ? '/' : ''}>`)
    })
    parser.on('closetag', ({ name, isSelfClosing }) => {
      if (dropped > 0) {
        dropped -= 1
        return
      }
      if (emptied > 0) emptied -= 1
      if (!isSelfClosing) out.push(`</${name}>`)
    })
    const write = (text: string) => {
      if (dropped === 0 && emptied === 0) out.push(inText(text))
    }
    parser.on('text', write)
    parser.on('cdata', write)
    parser.on('processinginstruction', ({ target, body }) => {
      if (dropped === 0) out.push(`<?${target} ${body}?>`)
    })
  })
  return new TextEncoder().encode(out.join(''))
}

const inText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')
const inAttribute = (text: string): string =>
  inText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
