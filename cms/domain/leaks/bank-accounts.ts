/** Accounts at a bank: digits beside a telling word. Accounts at the State Treasury are an agency's and are passed. */
import { type Hit, mask } from './finding.ts'

const afterWord =
  /(?<!\p{L})(?:STK|s[ốo] t[àa]i kho[ảa]n|t[àa]i kho[ảa]n s[ốo]|t[àa]i kho[ảa]n|s[ốo] TK|TK s[ốo]|TK)(?!\p{L})[^\d\n]{0,40}(\d(?:[ .-]?\d){5,18})(?![\d/]|[.,]\d)/giu
const beforeBank =
  /(?<!\d)(?<!\d[.,/])(\d{8,16}|\d{4}(?: \d{4}){1,3}(?: \d{1,4})?)[^\d\n]{0,25}(?:tại |ở |- )?(?:ngân hàng|NH TMCP|(?:Vietcom|Viettin|Vietin|Techcom|Agri|MB|AC|VP|Sacom|TP|HD)bank|BIDV)(?!\p{L})/giu
const afterBank =
  /(?:ngân hàng|NH TMCP|(?:Vietcom|Vietin|Techcom|Agri|MB|VP|Sacom|TP|HD)bank|BIDV)(?!\p{L})[^\d\n]{0,30}(?<!\d)(\d{8,16})(?![\d/]|[.,]\d)/giu
const money = /^\s*(?:đồng|đ(?!\p{L})|VN[ĐD]|triệu|tỷ|nghìn|USD|%)/iu
const treasury = /kho bạc|KBNN/iu

export function bankAccounts(text: string): Hit[] {
  const found = [afterWord, beforeBank, afterBank].flatMap((pattern) => [...text.matchAll(pattern)])
  return found.flatMap(({ 0: whole, 1: account = '', index }) => {
    const end = index + whole.length
    if (money.test(text.slice(end, end + 12)) || treasury.test(lineAround(text, index, end))) return []
    const value = account.replace(/\D/g, '')
    return [{ kind: 'bank-account', severity: 'decide', value, excerpt: mask(value), place: '' } as const]
  })
}

function lineAround(text: string, from: number, to: number): string {
  const start = Math.max(text.lastIndexOf('\n', from) + 1, from - 120)
  const newline = text.indexOf('\n', to)
  return text.slice(start, Math.min(newline < 0 ? text.length : newline, to + 120))
}
