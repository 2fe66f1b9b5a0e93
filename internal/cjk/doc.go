// Package cjk puts right what goldmark, made for languages that write spaces between
// words, does to Chinese: emphasis beside punctuation, and lines that go on.
package cjk
