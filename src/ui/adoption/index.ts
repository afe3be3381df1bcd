/** Code that came from elsewhere: what the inspector says of it, and how a person makes it their own. */
export { AdoptBanner, AdoptNotice } from "./adopt-banner.tsx";
