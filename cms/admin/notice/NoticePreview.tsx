import { noticeWords, type Notice, type NoticeLevel } from '#domain/notice.ts'

/** The shapes of the levels as the portal draws them (design §5): a level is a shape and a word, never a colour alone. */
const shapes: Record<NoticeLevel, string> = {
  info: 'M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0ZM7 7v5.2h2V7zm0-3.4v2h2v-2z',
  warning: 'M8 .4 16 15H0zM7 5.6v4.8h2V5.6zm0 6v2h2v-2z',
  serious: 'M8 0l8 8-8 8-8-8zM7 4v5h2V4zm0 6.2v2h2v-2z',
  emergency: 'M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7zM7 3.4v6h2v-6zm0 7.2v2h2v-2z',
}

/** A notice as it stands at the head of every page; its link is shown but leads nowhere from here. */
export function NoticePreview({ level, text, link }: Pick<Notice, 'level' | 'text' | 'link'>) {
  return (
    <div className={`portal-notice portal-notice--${level}`}>
      <p className="portal-notice__word">
        <NoticeShape level={level} />
        {noticeWords[level]}
      </p>
      <p>
        {text}
        {link ? (
          <>
            {' '}
            <span className="portal-notice__link">{link.text}</span>
          </>
        ) : null}
      </p>
    </div>
  )
}

export function NoticeShape({ level }: { level: NoticeLevel }) {
  return (
    <svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true" focusable="false">
      <path d={shapes[level]} fill="currentColor" fillRule="evenodd" />
    </svg>
  )
}
