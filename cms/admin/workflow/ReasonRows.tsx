'use client'
import { useState } from 'react'
import { comparedFields } from '#domain/comparison/compared-fields.ts'
import type { PublicCollection } from '#domain/collections.ts'
import { useFieldLabels } from './field-labels.ts'

export type Reason = { field?: string; text: string }

/** Reasons of a return, each about a field or about the whole; read as `reasonField` and `reasonText`, row by row. */
export function ReasonRows({ collection, given }: { collection: PublicCollection; given: Reason[] }) {
  const labelOf = useFieldLabels(collection)
  const [rows, setRows] = useState(() =>
    (given.length > 0 ? given : [{ text: '' }]).map((reason, key) => ({ key, ...reason })),
  )
  const add = () => setRows([...rows, { key: (rows.at(-1)?.key ?? 0) + 1, text: '' }])
  return (
    <fieldset className="portal-reason-rows">
      <legend>Điều cần sửa, theo từng trường</legend>
      {rows.map(({ key, field, text }, index) => (
        <div key={key} className="portal-reason-row">
          <label>
            {`Trường ${index + 1}`}
            <select name="reasonField" defaultValue={field ?? ''}>
              <option value="">Cả bài</option>
              {Object.keys(comparedFields[collection]).map((name) => (
                <option key={name} value={name}>
                  {labelOf(name)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {`Cần sửa gì ${index + 1}`}
            <textarea name="reasonText" rows={2} maxLength={1000} defaultValue={text} />
          </label>
          {rows.length > 1 ? (
            <button
              type="button"
              className="portal-small-button"
              onClick={() => setRows(rows.filter((row) => row.key !== key))}
            >
              Bỏ dòng này
            </button>
          ) : null}
        </div>
      ))}
      {rows.length < 50 ? (
        <button type="button" className="portal-small-button" onClick={add}>
          Thêm điều cần sửa
        </button>
      ) : null}
    </fieldset>
  )
}
