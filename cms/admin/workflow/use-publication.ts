'use client'
import { useEffect, useState } from 'react'
import { useShownItem } from './shown-item.ts'
import { askPublication, isRefusal, type PublicationAnswer } from './workflow-api.ts'

const pollMs = 1000
const seenWithinMs = 5 * 60_000

/** A scheduled change waits for its hour, not for the publisher. */
const isUnderWay = ({ state, notBefore }: PublicationAnswer): boolean =>
  (state === 'waiting' || state === 'failed') && !(notBefore && Date.parse(notBefore) > Date.now())

/** Written, and the web server is being asked for it; after some minutes only a new look asks again. */
const isUnseen = ({ state, liveAt, seenAt }: PublicationAnswer): boolean =>
  state === 'live' && !seenAt && liveAt !== null && Date.now() - Date.parse(liveAt) < seenWithinMs

/** What became of the latest change of the item on screen; asked again every second until it is out and seen. */
export function usePublication(): PublicationAnswer | null {
  const { item, shown } = useShownItem()
  const [publication, setPublication] = useState<PublicationAnswer | null>(null)
  const hasPublications = shown.editionCount > 0 || shown.state === 'scheduled'
  const key = item && hasPublications ? `${item.collection}/${item.id}/${shown.lockVersion}` : ''

  useEffect(() => {
    if (!key || !item) return setPublication(null)
    let timer: ReturnType<typeof setTimeout> | undefined
    let isGone = false
    const poll = async () => {
      const answer = await askPublication(item)
      if (isGone) return
      if (!isRefusal(answer)) setPublication(answer)
      if (isRefusal(answer) ? answer.code === 'unreachable' : isUnderWay(answer) || isUnseen(answer))
        timer = setTimeout(() => void poll(), pollMs)
    }
    void poll()
    return () => {
      isGone = true
      clearTimeout(timer)
    }
    // `key` stands for item and lockVersion.
  }, [key])

  return publication
}
