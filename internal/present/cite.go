package present

import "gongshi/internal/view"

// Cite says how somebody may name a page as a source: who publishes it, its title and
// the site's, of when it is, and its whole address.
func (pr *Presenter) Cite(title string, asOf view.Day, address string) string {
	cite := pr.Say("cite-page", title, pr.Site.Title.String(pr.Lang), asOf.Text, address)
	if publisher := pr.Site.Publisher.Name.String(pr.Lang); publisher != "" {
		return pr.Say("cite-page-publisher", publisher, cite)
	}
	return cite
}
