'use client'
import { useId, useState, type KeyboardEvent } from 'react'
import type { LiveItem } from './live-items-api.ts'
import { useFound } from './use-live-items.ts'

type Props = { id: string; collection: string; chosen: string[]; onChoose: (item: LiveItem) => void }

/** A search box with a list of what it finds, by the ARIA combobox pattern: arrows move, Enter takes, Escape closes. */
export function LiveItemSearch({ id, collection, chosen, onChoose }: Props) {
  const listId = useId()
  const [words, setWords] = useState('')
  const [active, setActive] = useState(0)
  const found = useFound(collection, words)
  const items = found.state === 'found' ? found.items.filter((item) => !chosen.includes(item.id)) : []
  const isOpen = words.trim() !== ''

  const take = (item: LiveItem | undefined) => {
    if (!item) return
    onChoose(item)
    setWords('')
    setActive(0)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!['ArrowDown', 'ArrowUp', 'Enter', 'Escape'].includes(event.key)) return
    // Enter would submit the document form around this box.
    event.preventDefault()
    if (event.key === 'ArrowDown') setActive((at) => Math.min(at + 1, items.length - 1))
    if (event.key === 'ArrowUp') setActive((at) => Math.max(at - 1, 0))
    if (event.key === 'Enter') take(items[active])
    if (event.key === 'Escape') setWords('')
  }

  return (
    <div className="portal-search">
      <input
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        placeholder="Gõ số hoặc tên, không cần dấu"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={items[active] ? `${listId}-${active}` : undefined}
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      {isOpen ? (
        <ul id={listId} role="listbox" aria-label="Kết quả">
          {items.map((item, index) => (
            // The box keeps the focus, so the choice is made before it could be lost.
            <li
              key={item.id}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(item)}
            >
              {item.title}
              <small>{item.path}</small>
            </li>
          ))}
          {items.length === 0 ? <li className="portal-search__note">{note(found.state)}</li> : null}
        </ul>
      ) : null}
    </div>
  )
}

function note(state: 'idle' | 'searching' | 'failed' | 'found'): string {
  if (state === 'failed') return 'Không tìm được lúc này. Hãy thử lại.'
  return state === 'found' ? 'Không có mục nào đang trên Cổng khớp các từ này.' : 'Đang tìm…'
}
