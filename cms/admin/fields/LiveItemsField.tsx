'use client'
import { useField } from '@payloadcms/ui'
import type { RelationshipFieldClientComponent } from 'payload'
import { useState } from 'react'
import { FieldShell, inputId, plain } from './FieldShell.tsx'
import type { LiveItem } from './live-items-api.ts'
import { LiveItemSearch } from './LiveItemSearch.tsx'
import { useTitles } from './use-live-items.ts'

const idsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((entry) =>
    typeof entry === 'string' && entry ? [entry] : [],
  )

/**
 * A relation to items that are on the portal now, found by their public words. Payload's own picker lists
 * working copies, and editors may not read those of other agencies.
 */
export const LiveItemsField: RelationshipFieldClientComponent = ({
  field,
  path: givenPath,
  readOnly,
  validate,
}) => {
  const { path, value, setValue, showError, disabled, customComponents } = useField<unknown>({
    potentiallyStalePath: givenPath,
    validate: validate as never,
  })
  const [known, setKnown] = useState<ReadonlyMap<string, LiveItem>>(new Map())
  const collection = Array.isArray(field.relationTo) ? String(field.relationTo[0]) : field.relationTo
  const isReadOnly = readOnly === true || disabled === true
  const isMany = field.hasMany === true
  const ids = idsOf(value)
  const titles = useTitles(collection, ids, known)

  const choose = (item: LiveItem) => {
    setKnown((before) => new Map([...before, [item.id, item]]))
    setValue(isMany ? [...ids, item.id] : item.id)
  }
  const remove = (id: string) => setValue(isMany ? ids.filter((other) => other !== id) : null)

  return (
    <FieldShell
      path={path}
      kind="live-items"
      label={plain(field.label)}
      description={plain(field.admin?.description)}
      isRequired={field.required}
      isReadOnly={isReadOnly}
      showError={showError}
      parts={customComponents}
    >
      {ids.length > 0 ? (
        <ul className="portal-chosen">
          {ids.map((id) => (
            <ChosenItem key={id} item={titles.get(id)} onRemove={isReadOnly ? undefined : () => remove(id)} />
          ))}
        </ul>
      ) : null}
      {isReadOnly || (!isMany && ids.length > 0) ? null : (
        <LiveItemSearch id={inputId(path)} collection={collection} chosen={ids} onChoose={choose} />
      )}
    </FieldShell>
  )
}

function ChosenItem({ item, onRemove }: { item: LiveItem | undefined; onRemove?: (() => void) | undefined }) {
  const title = item?.title ?? '…'
  return (
    <li>
      <span>
        {title}
        {item && item.path === null ? <em> (không còn trên Cổng)</em> : null}
      </span>
      {onRemove ? (
        <button type="button" className="portal-small-button" onClick={onRemove} aria-label={`Bỏ ${title}`}>
          Bỏ
        </button>
      ) : null}
    </li>
  )
}
