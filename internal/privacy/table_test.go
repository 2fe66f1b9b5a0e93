package privacy

import (
	"strings"
	"testing"
)

func TestPairOf(t *testing.T) {
	for _, c := range []struct{ header, row, want string }{
		{"序号,姓名,身份证号", "1,张三,见附件", "姓名 + 身份证号"},
		{"姓 名,手机", "张三,见附件", "姓 名 + 手机"},
		{"姓名,联系电话", "张三,0554-1234567", "姓名 + 联系电话"},
		{"户主姓名,家庭住址", "张三,幸福小区", "户主姓名 + 家庭住址"},
		{"姓名,年龄,银行账号", "张三,60,1", "姓名 + 银行账号"},
		{"姓名,病情", "张三,高血压", "姓名 + 病情"},
		{"户主,低保金额", "张三,600", "户主 + 低保金额"},
		{"残疾等级,姓名", "二级,张三", "姓名 + 残疾等级"},
		{"Name,ID number", "A. Person,see file", "Name + ID number"},
		{"full name,Phone", "A. Person,1", "full name + Phone"},
		{"Name,Home address", "A. Person,1 Road", "Name + Home address"},
		{"NAME,Bank account no.", "A. Person,1", "NAME + Bank account no."},
		{"Name,Illness", "A. Person,flu", "Name + Illness"},
		{"Applicant,Disability", "A. Person,yes", "Applicant + Disability"},
		{"first_name,phone_number", "A.,1", "first_name + phone_number"},
		{"姓名,服务对象病情", "张三,高血压", "姓名 + 服务对象病情"},
		{"姓名,服务对象电话", "张三,1", "姓名 + 服务对象电话"},
		{"姓名,工作单位及家庭住址", "张三,幸福小区", "姓名 + 工作单位及家庭住址"},
		{"村民,残疾等级", "张三,二级", "村民 + 残疾等级"},
		{"受助人,救助原因及病情", "张三,x", "受助人 + 救助原因及病情"},
		{"受益人,银行账号", "张三,1", "受益人 + 银行账号"},
		{"患者,诊断", "张三,x", "患者 + 诊断"},
		{"Name of resident,Illness", "A. Person,flu", "Name of resident + Illness"},
		{"Name of the applicant,Phone", "A. Person,1", "Name of the applicant + Phone"},
		{"Resident's name,Home address", "A. Person,1 Road", "Resident's name + Home address"},
		{"Residents’ Names,Disability", "A. Person,yes", "Residents’ Names + Disability"},
		{"Villager,Home address", "A. Person,1 Road", "Villager + Home address"},
		{"Name,Office and home address", "A. Person,1 Road", "Name + Office and home address"},
		{"Ｎａｍｅ,Ｐｈｏｎｅ", "A. Person,1", "Ｎａｍｅ + Ｐｈｏｎｅ"},

		{"社区,村民,残疾人", "幸福,300,12", ""},
		{"社区,村民,残疾人", "幸福,1 300户,12", ""},
		{"服务项目,服务对象,联系电话", "助餐,老年人,0554-1234567", ""},
		{"姓名,家庭医生级别", "张三,中级", ""},
		{"Name,Home care", "East,yes", ""},
		{"Name of the office,Telephone", "Housing,0554-1234567", ""},
		{"姓名,工作手机", "张三,1", ""},
		{"社区,户主数,低保户数", "幸福,300,12", ""},
		{"姓名,职务", "张三,主任", ""},
		{"姓名,办公电话", "张三,0554-1234567", ""},
		{"单位名称,联系电话", "区住建局,0554-1234567", ""},
		{"项目名称,地址", "供水改造,幸福路", ""},
		{"姓名,身份证号", "张*,110105********002X", ""},
		{"姓名,身份证号", "张三,110105********002X", ""},
		{"姓名,身份证号", "张某,见附件", ""},
		{"姓名,病情", "张三,—", ""},
		{"Name,Phone", "Duty desk,0554 7654321", ""},
		{"姓名,身份证号", "", ""},
		{"id,name,status", "p1,Water,done", ""},
		{"name,email address", "Office,a@example.org", ""},
		{"name_zh,name_en,address", "水,Water,Road", ""},
		{"name,accountable body", "Water,District", ""},
	} {
		pair, found := pairOf(strings.Split(c.header, ","), [][]string{strings.Split(c.row, ",")}, NewAllow("0554-7654321"))
		if pair != c.want || found != (c.want != "") {
			t.Errorf("%s: got %q, %t; want %q", c.header, pair, found, c.want)
		}
	}
}
