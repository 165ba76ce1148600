"""The made-up people of the demo organisation: names, addresses, words; nobody is real.

Telephone numbers are from the ranges that Ofcom keeps free for drama (0161 496 0xxx and
07700 900xxx), email goes to example.org (RFC 2606), the postcode area ZZ and sort codes that
begin with 00-00 belong to nobody.
"""

FIRST_NAMES = (
    "Ann", "Bo", "Carys", "Devi", "Éilís", "Folake", "Grzegorz", "Hüseyin", "Ifeoma", "Jo",
    "Kwame", "Lærke", "Małgorzata", "Niamh", "Oluwaseun", "Parveen", "Quilla", "Røskva", "Siân",
    "Tomás", "Ulla", "Văn", "Wanjirũ", "Xiulan", "Yusuf", "Zoë", "Åsa", "Bronwen", "Chidi",
    "Dilys", "Emeka", "Fatoumata", "Gwilym", "Halina", "Iestyn", "Jagjit", "Katarzyna", "Łukasz",
    "Mei", "Nkechi", "Ọlá", "Padraig", "Rhys", "Søren", "Thandiwe", "Uwe", "Violet", "Wojciech",
    "Yetunde", "Žofia", "Aoife", "Benedikta", "Ciarán", "Deniz", "Edith", "Ferhat", "Gethin",
    "Hamida", "Ingrid", "Jamila", "Keerthi",
)  # fmt: skip
LAST_NAMES = (
    "Larsen", "Ŵyn", "Rao", "Okonkwo-Featherstonehaugh", "Mbeki", "Ó Súilleabháin", "Løvstad",
    "Brzęczyszczykiewicz", "Adeyemi", "Hart", "Kaur", "Llewelyn-Pritchard", "Yıldız", "Osei",
    "Sørensen", "Kapoor", "Zając", "Thistlewood", "Ní Dhomhnaill", "Achterberg", "Begum", "Çelik",
    "Dąbrowska", "Ekwueme", "Fairweather", "Gruffydd", "Hägglund", "Iyer", "Jónsdóttir", "Nguyễn",
    "Lindqvist", "Mac Giolla Bhríde", "Nwosu", "Ødegård", "Penhaligon", "Qureshi", "Rothwell",
    "Škvorecký", "Crowther", "Ugochukwu", "Vaughan", "Wiśniewski", "Xu", "Yeboah", "Zetterström",
    "Abernathy-Montgomery-Smythe", "Bjørnson", "Tŷ-Coed", "D’Souza", "Eyre", "Ferreira", "Goh",
    "Hussain", "Ibáñez", "Joshi", "Kettlewell", "Lê", "Morgannwg", "Ngata",
)  # fmt: skip
LONG_NAME = "Zoë Featherstonehaughwolstenholmeshire-Brzęczyszczykiewiczowiczowa"
"""Its surname has sixty-one letters."""
OWN_NAMES = {
    22: ("Wulandari", "Wulandari"),
    24: ("يوسف الأمير", "Yusuf al-Amir"),
    25: (LONG_NAME, LONG_NAME),
    29: ("অমৃতা রায়চৌধুরী", "Amrita Roychowdhury"),
    34: ("陳秀蘭", "Chan Sau Lan"),
}
"""Names that people write in their own way, by their number, and as the bank has them."""
IN_THREE_GROUPS, PENCE_ONLY, PANEL_CHAIR = 5, 24, 29
"""By their numbers: who is in three groups, who claims for a stamp, who chairs the panel."""
WITHOUT_PHONE = frozenset({31})
NICKNAMES = {
    5: "Fola", 6: "Greg", 12: "Gosia", 14: "Seun", 23: "Lan", 24: "Yusuf", 29: "Amrita",
    31: "Fatou", 34: "Sau Lan",
}  # fmt: skip
PRONOUNS = ("", "she/her", "he/him", "", "they/them", "")
STREETS = (
    "Weir Lane", "Old Mill Street", "Heron Close", "Bridge Terrace", "Sluice Road", "Osier Walk",
    "Ferry Street", "Kingfisher Avenue",
)  # fmt: skip
TOWN = "Alderwick-on-Wend"
CONTACT_NOTES = (
    "", "after 10, please let it ring", "", "short messages, please", "", "leave a message", "",
)  # fmt: skip
ACCESS_REQUIREMENTS = (
    "",
    "Papers in large print a week before. A seat near the door.",
    "A BSL interpreter, and a short break every 45 minutes.",
    "",
    "A hearing loop that is switched on and tested. Please face me when you speak.",
    "Step-free all the way from the tram stop. Room to turn my powerchair.",
    "Papers as plain text by email; I use a screen reader.",
    "",
    "Easy Read papers, and ten minutes beforehand to go through them together.",
    "A quiet room to step out to. Please tell me the agenda the day before.",
    "My assistance dog comes with me. A bowl of water, please.",
    "Live captions when I join online.",
    "Space for my PA beside me, and tea I can drink through a straw.",
    "",
    "No strip lights over my seat; I bring my own lamp.",
    "Breaks at the times on the agenda, and somewhere to lie down.",
)


def name(number: int) -> str:
    """Return the name of person `number`; the first 3,599 are all different."""
    if number in OWN_NAMES:
        return OWN_NAMES[number][0]
    first, last = FIRST_NAMES, LAST_NAMES
    return f"{first[number % len(first)]} {last[(number * 7 + number // 61) % len(last)]}"


def name_at_bank(number: int) -> str:
    """Return the name of person `number` in Latin letters, as banks and addresses have it."""
    return OWN_NAMES[number][1] if number in OWN_NAMES else name(number)
