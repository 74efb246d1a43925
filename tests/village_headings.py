"""How offices head the columns of their lists."""

HEADINGS: dict[str, tuple[str, ...]] = {
    "id": ("No", "No.", "NO", "No Urut", "Nomor"),
    "nik": (
        *("NIK", "N I K", "No. KTP", "Nomor Induk Kependudukan", "NIK (16 digit)", "No KTP/NIK"),
        *("Nomor Induk Kependudukan (NIK)", "NIK Peserta", "No. KTP / NIK"),
    ),
    "kk": ("No KK", "Nomor KK", "No. Kartu Keluarga", "NKK", "Nomor Kartu Keluarga (KK)"),
    "name": ("Nama", "Nama Lengkap", "NAMA PESERTA", "Nama Lengkap (sesuai KTP)", "Nama Pekerja"),
    "sex": ("L/P", "JK", "Jenis Kelamin", "Jenis Kelamin (L/P)", "JENIS\nKELAMIN"),
    "birth": ("Tgl Lahir", "Tanggal Lahir", "Tgl. Lahir", "TANGGAL LAHIR (sesuai KTP)"),
    "place and birth": (
        *("Tempat, Tgl Lahir", "Tempat/Tanggal Lahir", "TTL", "Tempat & Tgl Lahir"),
        *("Tempat, Tanggal Lahir",),
    ),
    "village": ("Desa", "Desa/Kelurahan", "Kel/Desa", "Nama Desa", "DESA / KEL."),
    "kecamatan": ("Kecamatan", "Kec.", "KECAMATAN", "Nama Kecamatan"),
    "occupation": ("Pekerjaan", "Jenis Pekerjaan", "Mata Pencaharian", "Pekerjaan Utama"),
    "income": (
        *("Penghasilan", "Penghasilan per Bulan", "Penghasilan/Bulan (Rp)", "Pendapatan"),
        *("Rata-rata Penghasilan per Bulan", "Penghasilan Perbulan"),
    ),
    "income yearly": ("Penghasilan per Tahun", "Pendapatan/Tahun (Rp)", "Penghasilan Setahun"),
    "income thousands": (
        *("Penghasilan per bulan (dalam ribuan)", "Pendapatan (ribu rupiah)"),
        *("Penghasilan (x Rp 1.000)",),
    ),
    "works": ("Masih Bekerja", "Bekerja (Ya/Tidak)", "Status Bekerja"),
    "letter": ("Surat Keterangan", "Suket", "Ada Suket (Ya/Tidak)"),
    "died": ("Meninggal", "Sudah Meninggal (Ya/Tidak)"),
    "Tempat Lahir": ("Tempat Lahir", "Tmp. Lahir", "Tempat"),
    "Alamat": ("Alamat", "ALAMAT", "Alamat Rumah"),
    "RT": ("RT", "RT/RW"),
    "Dusun": ("Dusun",),
    "No HP": ("No HP", "No. HP/WA"),
    "Ket": ("Ket.", "Keterangan", "Catatan"),
}
GROUPS = {
    "Identitas": ("nik", "kk", "name"),
    "Alamat": ("RT", "village", "kecamatan"),
}
"""Columns that stand beside each other under one name, in headings of two lines."""
