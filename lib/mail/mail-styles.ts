import { Html } from './html.ts';

/** The site's colours after dark and what narrow screens need, for the mail programs that ask; the rest is inline. */
export const mailStyles = new Html(`
:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){
.paper{background:#121517!important}
.ink{color:#ECEAE4!important}
.ink-2{color:#AEB4B8!important}
.rule{border-color:#2C3236!important}
.accent{color:#6CCAD0!important}
.alert{color:#FF9B86!important}
.quote{border-color:#6CCAD0!important}
.alert-rule{border-color:#FF9B86!important}
.box{border-color:#ECEAE4!important}
.button{background:#6CCAD0!important;color:#121517!important}
}
@media (max-width:420px){
.thumb{width:84px!important}
}
`);
