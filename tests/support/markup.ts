const RUN = 'window.ran=1;alert(1)'

/** Markup and code that runs where text is taken for either. What would become an element says so: `[data-alien]`. */
const PIECES = [
  `<script>${RUN}</script>`,
  `<ScRiPt >${RUN}</sCrIpT>`,
  `<script src="data:text/javascript,${RUN}"></script>`,
  `<img src=x onerror="${RUN}">`,
  `<img src=x oNeRrOr=${RUN}//`,
  `<svg onload="${RUN}">`,
  `<svg/onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin="${RUN}" attributeName=x dur=1s>`,
  `<iframe src="javascript:parent.${RUN}"></iframe>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<body onload="${RUN}">`,
  `<details open ontoggle="${RUN}">`,
  `<video><source onerror="${RUN}"></video>`,
  `<audio src=x onerror="${RUN}">`,
  `<input autofocus onfocus="${RUN}">`,
  `<textarea autofocus onfocus="${RUN}">`,
  `<a href="javascript:${RUN}">here</a>`,
  `<math><mtext><table><mglyph><style><img src=x onerror="${RUN}">`,
  `<object data="javascript:${RUN}"></object>`,
  `<embed src="javascript:${RUN}">`,
  `<form><button formaction="javascript:${RUN}">here</button></form>`,
  `<style>@keyframes a{}</style><b style="animation-name:a" onanimationstart="${RUN}">`,
  `<base href="javascript:${RUN}//">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${RUN}">`,
  `<noscript><p title="</noscript><img src=x onerror='${RUN}'>">`,
  `javascript:${RUN}`,
  `{{constructor.constructor('${RUN}')()}}\${${RUN}}`,
  `\\u003cscript\\u003e${RUN}\\u003c/script\\u003e%3Cscript%3E${RUN}%3C/script%3E`,
  `&lt;script&gt;${RUN}&lt;/script&gt;&#60;img src=x onerror=${RUN}&#62;`,
]

/** What an author may have left open before it. */
const OPENINGS = ['', '">', "'>", '-->', '</title>', '</script>', '</textarea></style>', '\u202e', '"}]}', '\u2028\n']

/** 300 texts that are nothing but texts. */
export const MARKUP: readonly string[] = PIECES.flatMap((piece) =>
  OPENINGS.map((opening) => opening + piece.replace(/<([a-z]+)/gi, '<$1 data-alien')),
)
