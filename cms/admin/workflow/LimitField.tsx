'use client'
import { useAuth, useDocumentInfo, useField, useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { mayLimit } from '#domain/item-reach.ts'
import type { Role } from '#domain/roles.ts'
import { idOf } from '../../access/person.ts'

type Colleague = { id: string; name: string }

/** Who besides its writer and the web office reads this working copy: one box, then a box for each colleague. */
export function LimitField() {
  const { value: isLimited, setValue: setIsLimited, disabled } = useField<boolean>({ path: 'isLimited' })
  const { value: named, setValue: setNamed } = useField<unknown[]>({ path: 'limitedTo' })
  const { user } = useAuth()
  const person = { id: String(user?.id ?? ''), role: user?.role as Role }
  const { savedDocumentData: saved } = useDocumentInfo()
  const writer = { creator: idOf(saved?.creator), holder: idOf(saved?.holder) }
  const everybody = useColleagues()
  const colleagues = everybody.filter(({ id }) => id !== person.id && id !== writer.creator)
  const chosen = (named ?? []).flatMap((entry) => idOf(entry) ?? [])
  const isFixed = disabled === true || !mayLimit(person, writer)
  const toggle = (id: string) =>
    setNamed(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
  const gone = chosen.filter((id) => !everybody.some((each) => each.id === id))

  return (
    <fieldset className="field-type portal-limit" disabled={isFixed}>
      <legend>Ai đọc bản đang soạn</legend>
      <label className="portal-check">
        <input
          id="field-isLimited"
          type="checkbox"
          checked={isLimited === true}
          onChange={() => setIsLimited(isLimited !== true)}
        />
        <span>Chỉ những người được nêu</span>
      </label>
      {isLimited === true ? (
        <>
          <p>
            Người khác trong cơ quan không thấy bản này và tệp chỉ dùng ở đây. Người viết, người phụ trách và
            Ban biên tập luôn đọc được. Giới hạn hết khi bài lên Cổng.
          </p>
          {colleagues.map(({ id, name }) => (
            <label key={id} className="portal-check">
              <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
              <span>{name}</span>
            </label>
          ))}
          {colleagues.length === 0 ? <p>Không có ai khác ở cơ quan này để nêu.</p> : null}
          {gone.length > 0 && everybody.length > 0 ? (
            <p>{`Còn ${gone.length} người được nêu không còn ở cơ quan này, nên không đọc được nữa.`}</p>
          ) : null}
        </>
      ) : null}
      {isFixed && disabled !== true ? <p>Chỉ người viết, người phụ trách và Ban biên tập đổi được.</p> : null}
    </fieldset>
  )
}

/** Those who work for the agency that the form names. */
function useColleagues(): Colleague[] {
  const { user } = useAuth()
  const [colleagues, setColleagues] = useState<Colleague[]>([])
  const owner = useFormFields(([fields]) => idOf(fields.agency?.value ?? fields.issuer?.value))
  const first = (user?.agencies as unknown[] | undefined)?.map(idOf)[0]
  const agency = owner ?? (user?.role === 'editor' ? first : undefined)
  useEffect(() => {
    if (!agency) return
    const asking = new AbortController()
    fetch(`/api/users/colleagues?agency=${encodeURIComponent(agency)}`, {
      credentials: 'same-origin',
      signal: asking.signal,
    })
      .then(async (answer) => setColleagues(answer.ok ? ((await answer.json()) as Colleague[]) : []))
      .catch(() => setColleagues([]))
    return () => asking.abort()
  }, [agency])
  return agency ? colleagues : []
}
