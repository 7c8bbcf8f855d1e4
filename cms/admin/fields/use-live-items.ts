'use client'
import { useEffect, useState } from 'react'
import { findLiveItems, nameLiveItems, type LiveItem } from './live-items-api.ts'

const pauseMs = 250

export type Found = { state: 'idle' | 'searching' | 'failed' } | { state: 'found'; items: LiveItem[] }

/** What the words find, once typing pauses; an answer that comes after newer words is dropped. */
export function useFound(collection: string, words: string): Found {
  const [found, setFound] = useState<Found>({ state: 'idle' })
  useEffect(() => {
    if (words.trim() === '') return setFound({ state: 'idle' })
    const controller = new AbortController()
    setFound({ state: 'searching' })
    const timer = setTimeout(() => {
      findLiveItems(collection, words, controller.signal).then(
        (items) => setFound({ state: 'found', items }),
        () => {
          if (!controller.signal.aborted) setFound({ state: 'failed' })
        },
      )
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [collection, words])
  return found
}

/** Titles of the chosen items; `known` are titles the person has just seen in the list. */
export function useTitles(
  collection: string,
  ids: string[],
  known: ReadonlyMap<string, LiveItem>,
): ReadonlyMap<string, LiveItem> {
  const [titles, setTitles] = useState<ReadonlyMap<string, LiveItem>>(new Map())
  const unknown = ids.filter((id) => !known.has(id) && !titles.has(id)).join(',')
  useEffect(() => {
    if (!unknown) return
    let isGone = false
    nameLiveItems(collection, unknown.split(',')).then(
      (items) => {
        if (!isGone)
          setTitles((before) => new Map([...before, ...items.map((item) => [item.id, item] as const)]))
      },
      // The choice itself is safe in the form; only its name cannot be shown now.
      () => {},
    )
    return () => {
      isGone = true
    }
  }, [collection, unknown])
  return new Map([...titles, ...known])
}
