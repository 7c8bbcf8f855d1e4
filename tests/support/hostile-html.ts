/** What strangers try to get into a page, and the eye that sees whether they did. */

const allowedTags =
  /^<\/?(?:p|h[234]|ul|ol|li|blockquote|hr|br|figure|figcaption|img|table|thead|tbody|tr|th|td|a|strong|em|s|sub|sup|code|span)\b/

/** Nothing that runs, loads or restyles may be left in the tags, whatever came in. */
export const isHarmless = (output: string): boolean =>
  (output.match(/<[^>]*>/g) ?? []).every(
    (tag) =>
      allowedTags.test(tag) &&
      !/\s(?:on\w+|style)\s*=/i.test(tag) &&
      !/(?:href|src)="(?!https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test(tag),
  )

export const hostileTexts = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '<iframe srcdoc="<script>alert(1)</script>">',
  '</p></main><style>*{display:none}</style>',
  '<a href="javascript:alert(1)">x</a>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '<math><mtext></p><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '\u2028<script\u0000>alert(1)</script>',
]

export const hostileUrls = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'java\u0000script:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  '//evil.example/',
  '/\\evil.example/',
  '/\t/evil.example/',
  'https:/\\evil.example',
  'blob:https://evil.example/1',
  'file:///etc/passwd',
  '',
]
