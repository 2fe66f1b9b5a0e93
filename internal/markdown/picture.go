package markdown

import (
	"bytes"
	"net/url"
	"strings"

	"github.com/yuin/goldmark/ast"

	"gongshi/internal/diag"
)

// Picture is a picture between paragraphs: ![alt](before.jpg "caption").
type Picture struct {
	Pos     diag.Pos
	Dest    string // as it was written
	Alt     Line   // what the picture shows, for those who cannot see it
	Caption Line   // may be empty
}

// Elsewhere reports whether the picture is named by an address outside the site, which
// [Parse] reports, or by one that cannot be read.
func (p Picture) Elsewhere() bool {
	u, err := url.Parse(p.Dest)
	return err != nil || u.Scheme != "" || u.Host != ""
}

// picturesNode is a paragraph of nothing but pictures in goldmark's tree. Its children
// are the images, so that whoever reads the tree reads their texts as well.
type picturesNode struct {
	ast.BaseBlock
	pictures []Picture
}

var kindPictures = ast.NewNodeKind("Pictures")

func (*picturesNode) Kind() ast.NodeKind              { return kindPictures }
func (n *picturesNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// setPictures puts a picturesNode in the place of every paragraph of pictures that
// stands between others: not in a list, a quotation or a table.
func (s *scan) setPictures(root ast.Node) {
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		images := s.onlyImages(n)
		if images == nil {
			continue
		}
		set := &picturesNode{}
		set.SetPos(start(n))
		for _, image := range images {
			set.AppendChild(set, image)
			set.pictures = append(set.pictures, s.picture(image))
		}
		root.ReplaceChild(root, n, set)
		n = set
	}
}

// onlyImages returns the images of a paragraph that has nothing else, or nil.
func (s *scan) onlyImages(n ast.Node) []*ast.Image {
	if n.Kind() != ast.KindParagraph {
		return nil
	}
	var images []*ast.Image
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		switch child := child.(type) {
		case *ast.Image:
			images = append(images, child)
		case *ast.Text:
			if len(bytes.TrimSpace(child.Value(s.source))) > 0 {
				return nil
			}
		default:
			return nil
		}
	}
	return images
}

// picture reads an image, and reports what it lacks.
func (s *scan) picture(n *ast.Image) Picture {
	at := start(n)
	p := Picture{Pos: s.pos(at), Dest: string(unescape(n.Destination)), Alt: s.line(n)}
	if p.Elsewhere() {
		s.report(at, "picture %q does not lie beside the page; pictures from elsewhere are not shown", p.Dest).
			Hint = "if it may be used, save it beside the page and write the name of its file"
	}
	if strings.TrimSpace(s.run(n).Text) == "" {
		s.report(at, "picture %q has no text for those who cannot see it", p.Dest).
			Hint = "say between the brackets what it shows: ![A lane at night, lit by one window](" + p.Dest + ")"
	}
	if len(n.Title) > 0 {
		title := strings.ReplaceAll(string(unescape(n.Title)), "\n", " ")
		caption, problems := ParseLine(s.pos(s.titleOf(n)), title)
		s.problems.Append(problems)
		p.Caption = caption
	}
	return p
}

// titleOf returns the offset of an image's title, or else of the image: a title may
// stand elsewhere, where a reference is defined.
func (s *scan) titleOf(n *ast.Image) int {
	at := start(n)
	for _, part := range [][]byte{n.Destination, n.Title} {
		i := bytes.Index(s.source[at:], part)
		if i < 0 {
			return start(n)
		}
		at += i
	}
	return at
}

// refuseInline reports an image that stands among text.
func (s *scan) refuseInline(n *ast.Image) {
	if n.Parent().Kind() != kindPictures {
		s.report(start(n), "picture %q stands among text; a picture stands in a paragraph of its own", n.Destination).
			Hint = "put it on a line by itself, with an empty line before and after"
	}
}

// pictureRuns returns the texts of pictures, each by itself.
func (s *scan) pictureRuns(set *picturesNode) []Run {
	var runs []Run
	for i, n := 0, set.FirstChild(); n != nil; i, n = i+1, n.NextSibling() {
		for _, run := range []Run{s.run(n), set.pictures[i].Caption.Run()} {
			if run.Text != "" {
				runs = append(runs, run)
			}
		}
	}
	return runs
}
